package io.sluice.graph;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A note on an assignment, which it refers to by two columns. */
@Entity
public class Note {
    @Id
    Long id = 0L;

    @ManyToOne
    final ToOne<Assignment> assignment = ToOne.empty();
}
