package io.sluice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** An embeddable that is a class, with one that is a record. */
@Embeddable
public class Address {
    @Column(length = 80)
    String street = "";

    private String city = "";

    @Nullable
    Geo geo;

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }
}
