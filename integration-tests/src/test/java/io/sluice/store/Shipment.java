package io.sluice.store;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Refers to a key of two columns. */
@Entity
public class Shipment {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id = "";

    @ManyToOne
    final ToOne<OrderLine> line = ToOne.empty();
}
