package io.sluice.benchmark.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An author with its books, as a program on the bare driver has it. */
record Author(long id, String name, String country, Instant joinedAt, List<Book> books) {

    Author(long id, String name, String country, Instant joinedAt) {
        this(id, name, country, joinedAt, new ArrayList<>());
    }
}
