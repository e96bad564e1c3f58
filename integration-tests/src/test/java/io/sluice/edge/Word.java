package io.sluice.edge;

import io.sluice.mapping.ToMany;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

/** Known by a text, which databases compare in their own ways. */
@Entity
public class Word {
    @Id
    @Column(length = 40)
    public String text = "";

    @OneToMany(mappedBy = "word")
    @OrderBy
    public final ToMany<Usage> usages = ToMany.empty();
}
