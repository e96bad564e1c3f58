package io.sluice.store;

import io.sluice.annotation.NativeEnum;
import io.sluice.annotation.ServerDefault;
import io.sluice.annotation.SqlIndex;
import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import io.sluice.store.base.Identified;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Embeddables, converters, enums in all their forms, defaults, and a superclass. */
@Entity
@Table(
        name = "store_customer",
        indexes = @Index(columnList = "status, credit DESC"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"email", "number"}),
        check = @CheckConstraint(name = "credit_is_not_negative", constraint = "{credit} >= 0"))
@SqlIndex(value = "number", name = "ix_customer_number")
public class Customer extends Identified<String> {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(sequenceName = "store_customer_ids", initialValue = 100)
    @Nullable
    Long id;

    @Column(unique = true)
    int number;

    Email email = new Email("", "");

    Status status = Status.ACTIVE;

    @Enumerated(EnumType.ORDINAL)
    Status statusBefore = Status.ACTIVE;

    Level level = Level.BRONZE;

    @NativeEnum("store_mood")
    @Nullable
    Mood mood;

    @Column(precision = 10, scale = 2)
    BigDecimal credit = BigDecimal.ZERO;

    @ServerDefault("'EUR'")
    @Column(length = 3)
    String currency = "";

    Optional<String> phone = Optional.empty();

    @Embedded
    Address address = new Address();

    @AttributeOverride(name = "street", column = @Column(name = "billing_street"))
    @AttributeOverride(name = "city", column = @Column(name = "billing_city"))
    @AttributeOverride(name = "geo.latitude", column = @Column(name = "billing_latitude"))
    @AttributeOverride(name = "geo.longitude", column = @Column(name = "billing_longitude"))
    @Nullable
    Address billing;

    @Transient
    int greetings;

    @OneToOne(mappedBy = "customer")
    final ToOne<Passport> passport = ToOne.empty();

    @OneToMany(mappedBy = "customer")
    final ToMany<Order> orders = ToMany.empty();

    Customer() {
        super("");
    }

    @PostLoad
    void greet() {
        greetings++;
    }

    /** Kept in an enum type of the database. */
    public enum Mood {
        GLAD,
        SAD
    }
}
