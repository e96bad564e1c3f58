package io.sluice.engine;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a query will give. Nothing happens before one of its publishers is subscribed to, and each subscription runs the query. */
public interface Result<R> {

    /** All rows, as the subscriber asks for them. */
    Flux<R> all();

    /** All rows at once. */
    Mono<List<R>> list();

    /** The only row; none or several are a {@link RowCountException}. */
    Mono<R> one();

    /** The only row, or nothing; several are a {@link RowCountException}. */
    Mono<R> oneOrEmpty();

    /** The first row, or nothing. */
    Mono<R> first();

    /** All rows in lists of so many, the last of which may be shorter; no more of them are held than were asked for. */
    Flux<List<R>> partitions(int rows);

    /** Whether there is a row. The database looks for one and sends none. */
    Mono<Boolean> exists();

    /** How many rows there are. The database counts them and sends none. */
    Mono<Long> count();

    /**
     * The rows of a query with a {@code limit}, and how many there would be without it: by a second query, unless the rows
     * tell. Where both must be of one moment, run it in a transaction with repeatable reads.
     */
    Mono<Page<R>> page();

    /** How the database would run it. Nothing is run. */
    Mono<Plan> explain();

    /**
     * How the database runs it, with what each step took. It is run for that, with all its effects: measure a change in a
     * transaction that you roll back.
     */
    Mono<Plan> analyze();
}
