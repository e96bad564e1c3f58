package io.sluice.load;

import io.sluice.sql.Query;
import java.util.List;
import reactor.core.publisher.Mono;

/** How queries are sent while entities are loaded. */
@FunctionalInterface
public interface Reads {

    <R> Mono<List<R>> list(Query<R> query);
}
