package io.sluice.library;

import io.sluice.mapping.Deferred;
import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import org.jspecify.annotations.Nullable;

public class Book {
    @Nullable
    Long id;

    String title = "";

    @Nullable
    Integer pages;

    int version;

    final Deferred<String> summary = Deferred.empty();

    final ToOne<Author> author = ToOne.empty();

    final ToMany<Tag> tags = ToMany.empty();
}
