package io.sluice.tpch;

import static io.sluice.sql.Aggregates.avg;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.substring;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Orders.ORDERS;
import static java.math.BigDecimal.ZERO;

import io.sluice.sql.Condition;
import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.util.List;

/** Where customers have money and order nothing. */
final class Q22GlobalSalesOpportunity {

    private Q22GlobalSalesOpportunity() {}

    record Opportunity(String countryCode, long customers, BigDecimal balance) {}

    static Select<Opportunity> in(List<String> countryCodes) {
        var countryCode = substring(CUSTOMER.phone, 1, 2).as("cntrycode");
        Condition isThere = countryCode.in(countryCodes);
        Select<BigDecimal> averageBalance =
                select(avg(CUSTOMER.balance)).from(CUSTOMER).where(isThere, CUSTOMER.balance.gt(ZERO));
        Select<Long> orders = select(ORDERS.key).from(ORDERS).where(ORDERS.customerKey.eq(CUSTOMER.key));
        return select(countryCode, count(), sum(CUSTOMER.balance))
                .as(Opportunity::new)
                .from(CUSTOMER)
                .where(isThere, CUSTOMER.balance.gt(averageBalance), not(exists(orders)))
                .groupBy(countryCode)
                .orderBy(countryCode);
    }
}
