package io.sluice.test.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The first column of what a statement gives, as text, by the bare driver. */
final class Rows {

    private Rows() {}

    static List<String> of(String url, String sql) {
        return Flux.usingWhen(
                        Mono.from(ConnectionFactories.get(url).create()),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(result -> result.map(row -> String.valueOf(row.get(0)))),
                        Connection::close)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
