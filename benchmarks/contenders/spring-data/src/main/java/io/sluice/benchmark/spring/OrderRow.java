package io.sluice.benchmark.spring;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** An order as Spring Data maps it: a record, which it fills through the constructor. */
@Table("orders")
record OrderRow(@Id long id, long customerId, String status, long totalCents, String note, Instant createdAt) {}
