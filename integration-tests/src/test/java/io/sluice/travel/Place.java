package io.sluice.travel;

import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

/** What has a key of two columns of one type, which nothing but their names tells apart. */
@Entity
class Place {
    @EmbeddedId
    Point at = new Point(0L, 0L);

    String name = "";

    @Embeddable
    record Point(long x, long y) {}

    /** Refers to places by columns that it names in another order than the key has them. */
    @Entity
    static class Trip {
        @Id
        Long id = 0L;

        @ManyToMany
        @JoinTable(
                name = "trip_place",
                joinColumns = @JoinColumn(nullable = false),
                inverseJoinColumns = {
                    @JoinColumn(name = "place_y", referencedColumnName = "y"),
                    @JoinColumn(name = "place_x", referencedColumnName = "x")
                })
        final ToMany<Place> places = ToMany.empty();
    }

    /** A part of its key is the key of a place. */
    @Entity
    static class Photo {
        @EmbeddedId
        Key id = new Key(new Point(0L, 0L), 0);

        @ManyToOne
        @MapsId("place")
        final ToOne<Place> place = ToOne.empty();

        @Embeddable
        record Key(Point place, int number) {}
    }
}
