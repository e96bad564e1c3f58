package io.sluice.library;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import org.jspecify.annotations.Nullable;

@Entity
public class Tag {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 50)
    String name = "";

    @ManyToMany(mappedBy = "tags")
    final ToMany<Book> books = ToMany.empty();
}
