package io.sluice.store;

import jakarta.persistence.Entity;

@Entity
public class Novel extends Product {
    int pages;
}
