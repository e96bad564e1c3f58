package io.sluice.library;

import io.sluice.mapping.ToMany;
import org.jspecify.annotations.Nullable;

public class Author {
    @Nullable
    Long id;

    String name = "";

    final ToMany<Book> books = ToMany.empty();
}
