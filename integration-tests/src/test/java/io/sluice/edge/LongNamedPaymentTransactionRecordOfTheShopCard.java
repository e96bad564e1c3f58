package io.sluice.edge;

import jakarta.persistence.Entity;

@Entity
public class LongNamedPaymentTransactionRecordOfTheShopCard extends LongNamedPaymentTransactionRecordOfTheShop {
    public int ofCard;
}
