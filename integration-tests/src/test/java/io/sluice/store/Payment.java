package io.sluice.store;

import io.sluice.mapping.ToOne;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A table for each kind. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
public abstract class Payment {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    BigDecimal amount = BigDecimal.ZERO;

    Status state = Status.ACTIVE;

    @ManyToOne
    final ToOne<Order> order = ToOne.empty();
}
