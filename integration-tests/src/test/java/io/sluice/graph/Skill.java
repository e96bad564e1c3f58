package io.sluice.graph;

import io.sluice.annotation.Formula;
import io.sluice.mapping.ToMany;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;

/** What persons can do. */
@Entity
public class Skill {
    @Id
    Long id = 0L;

    @Formula("{id} + 1")
    long next;

    @ManyToMany(mappedBy = "skills")
    final ToMany<Person> persons = ToMany.empty();
}
