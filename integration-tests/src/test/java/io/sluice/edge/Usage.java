package io.sluice.edge;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Where a word stands, as it is written there. */
@Entity
@Table(name = "word_usage")
public class Usage {
    @Id
    public Long id = 0L;

    @ManyToOne
    public final ToOne<Word> word = ToOne.empty();
}
