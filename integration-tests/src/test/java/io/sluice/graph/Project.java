package io.sluice.graph;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;

/** What persons are assigned to. */
@Entity
public class Project {
    @Id
    Long id = 0L;

    @OneToMany(mappedBy = "project")
    final ToMany<Assignment> assignments = ToMany.empty();
}
