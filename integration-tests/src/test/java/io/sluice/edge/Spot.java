package io.sluice.edge;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.OneToMany;

@Entity
@IdClass(SpotId.class)
public class Spot {
    @Id
    public Long x = 0L;

    @Id
    public Long y = 0L;

    public String name = "";

    @OneToMany(mappedBy = "spot")
    public final ToMany<Mark> marks = ToMany.empty();
}
