/** SQL as typed, immutable values: statements, tables, types, and the dialects that turn them into text. */
module io.sluice.core {
    requires java.compiler;
    requires static transitive jakarta.persistence;
    requires static transitive org.jspecify;

    exports io.sluice;
    exports io.sluice.annotation;
    exports io.sluice.dialect;
    exports io.sluice.mapping;
    exports io.sluice.schema;
    exports io.sluice.sql;
    exports io.sluice.sql.tree;
    exports io.sluice.type;

    uses io.sluice.sql.Renderer;
    uses io.sluice.dialect.Dialect;

    provides javax.annotation.processing.Processor with
            io.sluice.processor.EntityProcessor;
    provides io.sluice.sql.Renderer with
            io.sluice.dialect.StandardDialect;
    provides io.sluice.dialect.Dialect with
            io.sluice.dialect.postgresql.PostgresqlDialect,
            io.sluice.dialect.h2.H2Dialect,
            io.sluice.dialect.mariadb.MariadbDialect,
            io.sluice.dialect.mysql.MysqlDialect;
}
