package io.sluice.store.base;

import io.sluice.annotation.CreatedAt;
import io.sluice.annotation.UpdatedAt;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** A superclass in another package: what the written code cannot see, it reaches by getters and setters. */
@MappedSuperclass
public abstract class Identified<N> {
    /** Its type is what the class below says. */
    public N note;

    @CreatedAt
    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @UpdatedAt
    private Instant updatedAt = Instant.EPOCH;

    @Version
    private int version;

    protected Identified(N note) {
        this.note = note;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public void setUpdatedAt(Instant updatedAt) {
        this.updatedAt = updatedAt;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
