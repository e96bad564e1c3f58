package io.sluice.edge;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;

@Entity
public class Money {
    @Id
    @Column(precision = 10, scale = 2)
    public BigDecimal id = BigDecimal.ZERO;

    public String name = "";

    @OneToMany(mappedBy = "money")
    public final ToMany<Coin> coins = ToMany.empty();
}
