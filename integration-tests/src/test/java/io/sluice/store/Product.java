package io.sluice.store;

import io.sluice.mapping.ToMany;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All kinds in one table. */
@Entity
@DiscriminatorColumn(name = "kind")
public abstract class Product {
    @Id
    @GeneratedValue
    @Nullable
    UUID id;

    String name = "";

    BigDecimal price = BigDecimal.ZERO;

    Status state = Status.ACTIVE;

    @ManyToMany
    final ToMany<Category> categories = ToMany.empty();
}
