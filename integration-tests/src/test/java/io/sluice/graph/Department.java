package io.sluice.graph;

import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;

/** A tree by its parent, with members, one of whom may be its head. */
@Entity
public class Department {
    @Id
    Long id = 0L;

    @ManyToOne
    final ToOne<Department> parent = ToOne.empty();

    @OneToMany(mappedBy = "parent")
    @OrderBy("id")
    final ToMany<Department> children = ToMany.empty();

    @OneToMany(mappedBy = "department")
    @OrderBy("name desc, id")
    final ToMany<Person> members = ToMany.empty();

    @OneToOne
    final ToOne<Person> head = ToOne.empty();
}
