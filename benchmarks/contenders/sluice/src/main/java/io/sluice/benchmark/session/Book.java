package io.sluice.benchmark.session;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A book as Sluice maps it. */
@Entity
class Book {

    @Id
    Long id;

    String title;

    int pages;

    long priceCents;

    @ManyToOne
    final ToOne<Author> author = ToOne.empty();
}
