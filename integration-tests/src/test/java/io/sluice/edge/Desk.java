package io.sluice.edge;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Desk {
    @Id
    public Long id = 0L;

    @ManyToOne
    public final ToOne<Boss> boss = ToOne.empty();
}
