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
}
