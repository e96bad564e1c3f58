package io.sluice.graph;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** A trailer, which hangs on a car. */
@Entity
public class Trailer extends Asset {
    @ManyToOne
    final ToOne<Car> car = ToOne.empty();
}
