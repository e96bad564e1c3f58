package io.sluice.store;

import jakarta.persistence.Entity;

@Entity
public class Novel extends Product {
    int pages;

    /** Toys have it too, and share the column. */
    Level quality = Level.BRONZE;
}
