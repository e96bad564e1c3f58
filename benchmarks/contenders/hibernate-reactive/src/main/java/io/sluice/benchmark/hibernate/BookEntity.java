package io.sluice.benchmark.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A book as Hibernate maps it. */
@Entity(name = "Book")
@Table(name = "book")
class BookEntity {

    @Id
    long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    AuthorEntity author;

    String title;

    int pages;

    @Column(name = "price_cents")
    long priceCents;
}
