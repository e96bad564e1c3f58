package io.sluice.benchmark;

import java.time.Instant;

/** A row of {@link OrdersTable}, for contenders that map rows to records. */
public record Order(long id, long customerId, String status, long totalCents, String note, Instant createdAt) {}
