package io.sluice.edge;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;

@Entity
public class Garage {
    @Id
    public Long id = 0L;

    @OneToMany(mappedBy = "garage")
    public final ToMany<Vehicle> vehicles = ToMany.empty();
}
