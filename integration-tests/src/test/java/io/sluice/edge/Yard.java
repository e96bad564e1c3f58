package io.sluice.edge;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

/** Has one kind of vehicles, by a key that they inherit. */
@Entity
public class Yard {
    @Id
    public Long id = 0L;

    @OneToMany(mappedBy = "yard")
    @OrderBy("name desc")
    public final ToMany<Truck> trucks = ToMany.empty();
}
