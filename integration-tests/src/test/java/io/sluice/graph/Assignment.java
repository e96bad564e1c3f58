package io.sluice.graph;

import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;

/** Who works on what: its key is those of the two. */
@Entity
@IdClass(AssignmentId.class)
public class Assignment {
    @Id
    @ManyToOne
    final ToOne<Person> person = ToOne.empty();

    @Id
    @ManyToOne
    final ToOne<Project> project = ToOne.empty();

    String role = "";

    @OneToMany(mappedBy = "assignment")
    final ToMany<Note> notes = ToMany.empty();
}
