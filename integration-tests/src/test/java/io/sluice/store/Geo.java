package io.sluice.store;

import jakarta.persistence.Embeddable;

/** An embeddable within another. */
@Embeddable
public record Geo(double latitude, double longitude) {}
