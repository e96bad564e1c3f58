package io.sluice.edge;

import io.sluice.mapping.ToOne;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
@DiscriminatorValue("boss")
public class Boss extends Worker {
    @ManyToOne
    public final ToOne<Worker> assistant = ToOne.empty();
}
