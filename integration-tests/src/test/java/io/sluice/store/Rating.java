package io.sluice.store;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import java.util.UUID;

/** An association object: its key are the keys of the two it stands between. */
@Entity
@IdClass(Rating.Key.class)
public class Rating {
    @Id
    @ManyToOne
    final ToOne<Customer> customer = ToOne.empty();

    @Id
    @ManyToOne
    final ToOne<Product> product = ToOne.empty();

    int stars;

    /** Its parts are called as the relations are. */
    public record Key(Long customer, UUID product) {}
}
