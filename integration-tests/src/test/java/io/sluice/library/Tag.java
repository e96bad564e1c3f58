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
    public Long id;

    @Column(length = 50)
    public String name = "";

    @ManyToMany(mappedBy = "tags")
    public final ToMany<Book> books = ToMany.empty();
}
