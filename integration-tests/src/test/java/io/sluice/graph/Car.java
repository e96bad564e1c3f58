package io.sluice.graph;

import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;

/** A car, which stands in front of a department, and which may have trailers. */
@Entity
public class Car extends Asset {
    int seats;

    @ManyToOne
    final ToOne<Department> place = ToOne.empty();

    @OneToMany(mappedBy = "car")
    final ToMany<Trailer> trailers = ToMany.empty();
}
