package io.sluice.edge;

import io.sluice.annotation.LoadedBy;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Five relations to its own kind, each loaded by default. */
@Entity
public class Web {
    @Id
    public Long id = 0L;

    @ManyToOne
    @LoadedBy(LoadStrategy.SELECT_IN)
    public final ToOne<Web> a = ToOne.empty();

    @ManyToOne
    @LoadedBy(LoadStrategy.SELECT_IN)
    public final ToOne<Web> b = ToOne.empty();

    @ManyToOne
    @LoadedBy(LoadStrategy.SELECT_IN)
    public final ToOne<Web> c = ToOne.empty();

    @ManyToOne
    @LoadedBy(LoadStrategy.SELECT_IN)
    public final ToOne<Web> d = ToOne.empty();

    @ManyToOne
    @LoadedBy(LoadStrategy.SELECT_IN)
    public final ToOne<Web> e = ToOne.empty();
}
