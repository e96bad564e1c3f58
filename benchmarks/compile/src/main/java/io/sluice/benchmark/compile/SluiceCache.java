package io.sluice.benchmark.compile;

import io.sluice.Dialects;
import io.sluice.dialect.CompiledStatement;
import io.sluice.dialect.StatementCache;
import io.sluice.sql.Select;
import java.time.Instant;

/** Sluice as the engine runs it: the text is found by the statement's shape, and the values are collected. */
public class SluiceCache extends StatementBenchmark<Select<?>> {

    private final StatementCache<CompiledStatement> cache =
            new StatementCache<>(Dialects.POSTGRESQL, 500, compiled -> compiled);

    @Override
    protected Select<?> orderByKey(long id) {
        return SluiceStatements.orderByKey(id);
    }

    @Override
    protected Select<?> revenue(Instant since, String status, long atLeastCents) {
        return SluiceStatements.revenueByCustomerAndCategory(since, status, atLeastCents);
    }

    @Override
    protected StatementCache.Bound<CompiledStatement> compile(Select<?> statement) {
        return cache.get(statement.tree());
    }
}
