package io.sluice.edge;

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
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
@DiscriminatorValue("worker")
public class Worker {
    @Id
    public Long id = 0L;

    public String name = "";

    @Transient
    public int loads;

    @ManyToMany
    @JoinTable(name = "worker_friend")
    public final ToMany<Worker> friends = ToMany.empty();

    @OneToOne(mappedBy = "worker")
    public final ToOne<Badge> badge = ToOne.empty();

    @PostLoad
    void check() {
        loads++;
        if (name.startsWith("bad")) {
            throw new IllegalStateException("post load says no to " + name);
        }
    }
}
