package io.sluice.edge;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

@Entity
public class Badge {
    @Id
    public Long id = 0L;

    @OneToOne
    public final ToOne<Worker> worker = ToOne.empty();
}
