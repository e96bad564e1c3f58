package io.sluice.store;

import io.sluice.annotation.LoadedBy;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

/** Refers to its own kind, in each way there is. */
@Entity
public class Category {
    @Id
    String code = "";

    @ManyToOne(fetch = FetchType.EAGER)
    final ToOne<Category> parent = ToOne.empty();

    @OneToMany(mappedBy = "parent")
    @OrderBy("code DESC")
    @LoadedBy(LoadStrategy.JOINED)
    final ToMany<Category> children = ToMany.empty();

    @ManyToMany
    final ToMany<Category> related = ToMany.empty();

    @ManyToMany(mappedBy = "categories")
    final ToMany<Product> products = ToMany.empty();
}
