package io.sluice.store;

import io.sluice.mapping.ToOne;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
@DiscriminatorValue("T")
public class Toy extends Product {
    Level quality = Level.GOLD;

    @ManyToOne
    final ToOne<Category> shelf = ToOne.empty();
}
