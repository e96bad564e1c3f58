package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Partsupp.PARTSUPP;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Aggregate;
import io.sluice.sql.Select;
import java.math.BigDecimal;

/** The parts that make up a good deal of what a nation's suppliers have in stock. */
final class Q11ImportantStock {
    private static final Aggregate<BigDecimal> VALUE = sum(PARTSUPP.stockValue());

    private Q11ImportantStock() {}

    record Stock(long part, BigDecimal value) {}

    static Select<Stock> in(String nation, BigDecimal leastPart) {
        Select<BigDecimal> threshold = stockIn(nation, select(VALUE.times(leastPart)));
        var value = VALUE.as("value");
        return stockIn(nation, select(PARTSUPP.partKey, value).as(Stock::new))
                .groupBy(PARTSUPP.partKey)
                .having(VALUE.gt(threshold))
                .orderBy(value.desc());
    }

    private static <R> Select<R> stockIn(String nation, Select<R> select) {
        return select.from(PARTSUPP).join(SUPPLIER).join(NATION).where(NATION.name.eq(nation));
    }
}
