package io.sluice.store;

import io.sluice.annotation.Formula;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** Two levels below, and computed of what stands in another table. */
@Entity
@DiscriminatorValue("2")
public class CreditPayment extends CardPayment {
    int months;

    @Formula("{amount} / {months}")
    BigDecimal rate = BigDecimal.ZERO;
}
