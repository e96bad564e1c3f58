package io.sluice.graph;

import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

/** A car, which stands in front of a department, and which may have trailers. */
@Entity
public class Car extends Asset {
    int seats;

    @ManyToOne
    final ToOne<Department> place = ToOne.empty();

    @OneToMany(mappedBy = "car")
    @OrderBy("weight desc, id")
    final ToMany<Trailer> trailers = ToMany.empty();
}
