package io.sluice.graph;

import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;

/** Somebody; in one table with {@link Manager managers}. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
@DiscriminatorValue("person")
public class Person {
    @Id
    Long id = 0L;

    String name = "";

    @ManyToOne
    final ToOne<Department> department = ToOne.empty();

    @OneToOne(mappedBy = "head")
    final ToOne<Department> heads = ToOne.empty();

    @ManyToMany
    @JoinTable(name = "person_skill")
    final ToMany<Skill> skills = ToMany.empty();

    @OneToMany(mappedBy = "person")
    final ToMany<Assignment> assignments = ToMany.empty();

    @OneToMany(mappedBy = "owner")
    final ToMany<Asset> assets = ToMany.empty();
}
