package io.sluice.store;

import jakarta.persistence.Entity;

@Entity
public class ElectricToy extends Toy {
    int volts;
}
