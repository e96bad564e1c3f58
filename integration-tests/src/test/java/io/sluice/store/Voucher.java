package io.sluice.store;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("3")
public class Voucher extends Payment {
    String code = "";
}
