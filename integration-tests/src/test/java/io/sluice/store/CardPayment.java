package io.sluice.store;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("1")
public class CardPayment extends Payment {
    String card = "";
}
