package io.sluice.library;

import io.sluice.mapping.Deferred;
import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
public class Book {
    @Id
    @GeneratedValue
    @Nullable
    public Long id;

    public String title = "";

    @Nullable
    public Integer pages;

    @Version
    public int version;

    public final Deferred<String> summary = Deferred.empty();

    @ManyToOne
    public final ToOne<Author> author = ToOne.empty();

    @ManyToMany
    public final ToMany<Tag> tags = ToMany.empty();
}
