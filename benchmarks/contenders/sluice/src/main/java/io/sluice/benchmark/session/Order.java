package io.sluice.benchmark.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An order as Sluice maps it. */
@Entity
@Table(name = "orders")
class Order {

    @Id
    Long id;

    long customerId;

    @Column(length = 32)
    String status;

    long totalCents;

    String note;

    Instant createdAt;
}
