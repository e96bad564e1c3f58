package io.sluice.edge;

import io.sluice.mapping.Deferred;
import io.sluice.mapping.ToOne;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
public abstract class Vehicle {
    @Id
    public Long id = 0L;

    public String name = "";

    public final Deferred<String> manual = Deferred.empty();

    @ManyToOne
    public final ToOne<Yard> yard = ToOne.empty();

    @ManyToOne
    public final ToOne<Garage> garage = ToOne.empty();
}
