package io.sluice.store;

import io.sluice.annotation.Formula;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.math.BigDecimal;

/** A key of two columns, of which one is that of the order. */
@Entity
public class OrderLine {
    @EmbeddedId
    Key key = new Key(0L, 0);

    @ManyToOne
    @MapsId("orderId")
    final ToOne<Order> order = ToOne.empty();

    @Column(precision = 10, scale = 2)
    BigDecimal price = BigDecimal.ZERO;

    int quantity;

    @Formula("{price} * {quantity}")
    BigDecimal total = BigDecimal.ZERO;

    @Embeddable
    public record Key(long orderId, int line) {}
}
