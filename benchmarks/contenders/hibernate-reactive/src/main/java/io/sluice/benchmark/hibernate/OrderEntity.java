package io.sluice.benchmark.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An order as Hibernate maps it. */
@Entity(name = "Order")
@Table(name = "orders")
class OrderEntity {

    @Id
    long id;

    @Column(name = "customer_id")
    long customerId;

    String status;

    @Column(name = "total_cents")
    long totalCents;

    String note;

    @Column(name = "created_at")
    Instant createdAt;
}
