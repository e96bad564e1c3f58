package io.sluice.library;

import io.sluice.mapping.ToMany;
import org.jspecify.annotations.Nullable;

public class Tag {
    @Nullable
    public Long id;

    public String name = "";

    public final ToMany<Book> books = ToMany.empty();
}
