package io.sluice.edge;

import jakarta.persistence.Entity;

@Entity
public class LongNamedPaymentTransactionRecordOfTheShopCash extends LongNamedPaymentTransactionRecordOfTheShop {
    public int ofCash;
}
