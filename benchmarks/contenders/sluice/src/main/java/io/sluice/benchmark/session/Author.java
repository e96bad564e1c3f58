package io.sluice.benchmark.session;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.Instant;

/** An author as Sluice maps it. */
@Entity
class Author {

    @Id
    Long id;

    @Column(length = 64)
    String name;

    @Column(length = 2)
    String country;

    Instant joinedAt;

    @OneToMany(mappedBy = "author")
    final ToMany<Book> books = ToMany.empty();
}
