package io.sluice.library;

import io.sluice.mapping.Deferred;
import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import org.jspecify.annotations.Nullable;

public class Book {
    @Nullable
    public Long id;

    public String title = "";

    @Nullable
    public Integer pages;

    public int version;

    public final Deferred<String> summary = Deferred.empty();

    public final ToOne<Author> author = ToOne.empty();

    public final ToMany<Tag> tags = ToMany.empty();
}
