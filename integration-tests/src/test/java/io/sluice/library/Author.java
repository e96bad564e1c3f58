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
    public Long id;

    @Column(length = 50)
    public String name = "";

    @OneToMany(mappedBy = "author")
    @OrderBy("title")
    public final ToMany<Book> books = ToMany.empty();
}
