package io.sluice;

import io.sluice.dialect.Dialect;
import io.sluice.dialect.h2.H2Dialect;
import io.sluice.dialect.mariadb.MariadbDialect;
import io.sluice.dialect.mysql.MysqlDialect;
import io.sluice.dialect.postgresql.PostgresqlDialect;

/** The dialects that come with Sluice, to see a statement's SQL without a connection: {@code select.sql(POSTGRESQL)}. */
public final class Dialects {
    public static final Dialect POSTGRESQL = new PostgresqlDialect();
    public static final Dialect H2 = new H2Dialect();
    public static final Dialect MARIADB = new MariadbDialect();
    /** Text only: no test has run it on a server. */
    public static final Dialect MYSQL = new MysqlDialect();

    private Dialects() {}
}
