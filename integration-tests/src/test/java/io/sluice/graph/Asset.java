package io.sluice.graph;

import io.sluice.mapping.ToOne;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

/** What persons own; each kind has a table for what it adds. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
public abstract class Asset {
    @Id
    Long id = 0L;

    int weight;

    @ManyToOne
    final ToOne<Person> owner = ToOne.empty();
}
