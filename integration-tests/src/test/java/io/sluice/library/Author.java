package io.sluice.library;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

@Entity
public class Author {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 50)
    String name = "";

    @OneToMany(mappedBy = "author")
    @OrderBy("title")
    final ToMany<Book> books = ToMany.empty();
}
