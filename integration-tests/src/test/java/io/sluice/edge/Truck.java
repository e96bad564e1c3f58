package io.sluice.edge;

import io.sluice.mapping.Deferred;
import jakarta.persistence.Entity;

@Entity
public class Truck extends Vehicle {
    public int tons;

    public final Deferred<String> cargo = Deferred.empty();
}
