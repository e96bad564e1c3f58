package io.sluice.travel;

import io.sluice.annotation.SqlIndex;
import io.sluice.mapping.ToOne;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;

/** Kinds in one table, told apart by numbers, of which one is written with a zero ahead. */
@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("010")
class Ticket extends Priced {
    @Id
    Long id = 0L;

    Validity validity = new Validity(1, 1);

    @Embeddable
    record Validity(
            int since,

            @Column(
                    name = "until_day",
                    check = @CheckConstraint(name = "ck_validity", constraint = "{until} >= {since}"))
            int until) {}

    @Entity
    @DiscriminatorValue("20")
    @SqlIndex(
            value = {"name", "seat"},
            unique = true,
            name = "ux_ticket_seat")
    static class Reserved extends Ticket {
        String name = "";

        @Column(name = "seat no")
        String seat = "";

        @Column(check = @CheckConstraint(name = "ck_row", constraint = "{row} > 0"))
        int row;

        @OneToOne
        final ToOne<Place> place = ToOne.empty();
    }
}

@MappedSuperclass
abstract class Priced {
    @Column(check = @CheckConstraint(name = "ck_price", constraint = "{price} > 0"))
    int price = 1;
}
