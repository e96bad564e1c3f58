package io.sluice.benchmark.compile;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The rival: jOOQ, which renders afresh every time. */
public class JooqRendering extends StatementBenchmark<Select<?>> {

    private static final DSLContext JOOQ = DSL.using(
            SQLDialect.POSTGRES, new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED));

    @Override
    protected Select<?> orderByKey(long id) {
        return JooqStatements.orderByKey(id);
    }

    @Override
    protected Select<?> revenue(Instant since, String status, long atLeastCents) {
        return JooqStatements.revenueByCustomerAndCategory(since, status, atLeastCents);
    }

    @Override
    protected String compile(Select<?> statement) {
        return JOOQ.render(statement);
    }
}
