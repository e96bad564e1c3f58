package io.sluice.benchmark.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** An author as Hibernate maps it; where its books are not joined, those of all authors of a query are read together. */
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
    @Fetch(FetchMode.SUBSELECT)
    List<BookEntity> books = new ArrayList<>();
}
