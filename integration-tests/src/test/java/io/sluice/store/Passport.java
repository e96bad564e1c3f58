package io.sluice.store;

import io.sluice.annotation.OnDelete;
import io.sluice.mapping.ToOne;
import io.sluice.sql.tree.ReferentialAction;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** Its key is that of whom it belongs to. */
@Entity
public class Passport {
    @Id
    @Nullable
    Long id;

    @OneToOne(optional = false)
    @MapsId
    @OnDelete(ReferentialAction.CASCADE)
    final ToOne<Customer> customer = ToOne.empty();

    String country = "";
}
