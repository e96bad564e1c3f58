package io.sluice.edge;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Coin {
    @Id
    public Long id = 0L;

    @ManyToOne
    public final ToOne<Money> money = ToOne.empty();
}
