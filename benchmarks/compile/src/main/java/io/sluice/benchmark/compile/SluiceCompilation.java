package io.sluice.benchmark.compile;

import io.sluice.Dialects;
import io.sluice.dialect.CompiledStatement;
import io.sluice.sql.Select;
import java.time.Instant;

/** Sluice without its cache: every statement is compiled. */
public class SluiceCompilation extends StatementBenchmark<Select<?>> {

    @Override
    protected Select<?> orderByKey(long id) {
        return SluiceStatements.orderByKey(id);
    }

    @Override
    protected Select<?> revenue(Instant since, String status, long atLeastCents) {
        return SluiceStatements.revenueByCustomerAndCategory(since, status, atLeastCents);
    }

    @Override
    protected CompiledStatement compile(Select<?> statement) {
        return Dialects.POSTGRESQL.compile(statement.tree());
    }
}
