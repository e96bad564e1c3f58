package io.sluice.graph;

import io.sluice.mapping.ToOne;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** A person with a secretary, who is a person like others. */
@Entity
@DiscriminatorValue("manager")
public class Manager extends Person {
    @ManyToOne
    final ToOne<Person> secretary = ToOne.empty();
}
