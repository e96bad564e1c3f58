package io.sluice.travel;

import io.sluice.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;

/** Whose key others have as theirs. */
@Entity
class Guest extends Greeted {
    @Id
    Long id = 0L;

    @Override
    @PostLoad
    void greet() {
        super.greet();
    }

    /** Its key is that of a guest. */
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Profile {
        @Id
        @OneToOne
        final ToOne<Guest> guest = ToOne.empty();

        String name = "";
    }

    @Entity
    static class RichProfile extends Profile {
        String picture = "";
    }

    /** The key of a guest is a part of its key. */
    @Entity
    @IdClass(Stay.Key.class)
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Stay {
        @Id
        @ManyToOne
        final ToOne<Guest> guest = ToOne.empty();

        @Id
        Long number = 0L;

        record Key(Long guest, Long number) {}
    }

    @Entity
    static class LongStay extends Stay {
        int weeks;
    }
}

/** Counts how often it is told that it was read. */
@MappedSuperclass
abstract class Greeted {
    @Transient
    int greetings;

    @PostLoad
    void greet() {
        greetings++;
    }
}
