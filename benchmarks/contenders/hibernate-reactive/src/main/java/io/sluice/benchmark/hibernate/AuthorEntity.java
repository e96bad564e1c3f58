package io.sluice.benchmark.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An author as Hibernate maps it. */
@Entity(name = "Author")
@Table(name = "author")
class AuthorEntity {

    @Id
    long id;

    String name;

    String country;

    @Column(name = "joined_at")
    Instant joinedAt;

    @OneToMany(mappedBy = "author")
    List<BookEntity> books = new ArrayList<>();
}
