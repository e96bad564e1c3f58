package io.sluice.dialect.postgresql;

import io.sluice.dialect.DefinitionCompiler;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.ColumnNode;
import io.sluice.sql.tree.DefinitionNode.AddForeignKey;
import io.sluice.sql.tree.DefinitionNode.CreateEnum;
import io.sluice.sql.tree.DefinitionNode.CreateView;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.PartitioningNode;
import io.sluice.sql.tree.PartitioningNode.Between;
import io.sluice.sql.tree.PartitioningNode.Bounds;
import io.sluice.sql.tree.PartitioningNode.OneOf;
import io.sluice.sql.tree.PartitioningNode.Partition;
import io.sluice.sql.tree.PartitioningNode.Remainder;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.TableNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where PostgreSQL's definitions differ: partitions are tables of their own, and some things know no IF NOT EXISTS. */
final class PostgresqlDefinitions extends DefinitionCompiler {

    PostgresqlDefinitions(PostgresqlDialect dialect) {
        super(dialect);
    }

    /** Virtual columns came with PostgreSQL 18. */
    @Override
    protected void computed(TableNode table, ColumnNode column, ColumnNode.Computed computed) {
        if (!computed.isStored()) {
            throw cannot(
                    "a column that is computed when it is read (%s.%s)"
                            .formatted(table.name().name(), column.name()),
                    "store it with computed(…), or compute it in a view");
        }
        super.computed(table, column, computed);
    }

    // ---- partitions

    @Override
    protected void partitionBy(TableNode table, PartitioningNode partitioning) {
        out.text(" PARTITION BY ").text(partitioning.method().name()).text(" (");
        String separator = "";
        for (var by : partitioning.by()) {
            out.text(separator);
            partitionKey(table, by);
            separator = ", ";
        }
        out.text(")");
    }

    private void partitionKey(TableNode table, Expr by) {
        boolean isColumn = by instanceof ColumnRef;
        out.text(isColumn ? "" : "(");
        own(table.owners(), by, "the partitioning of " + table.name().name());
        out.text(isColumn ? "" : ")");
    }

    @Override
    protected void besideTable(TableNode table) {
        if (table.partitioning() != null) {
            for (Partition partition : table.partitioning().partitions()) {
                statement(() -> {
                    out.text("CREATE TABLE ");
                    ifAbsent();
                    qualified(new Qualifier(table.name().schema(), partition.name()));
                    out.text(" PARTITION OF ");
                    qualified(table.name());
                    bounds(partition.bounds());
                });
            }
        }
        super.besideTable(table);
    }

    private void bounds(Bounds bounds) {
        if (bounds instanceof Between between) {
            out.text(" FOR VALUES FROM ");
            end(between.from(), "(MINVALUE)");
            out.text(" TO ");
            end(between.to(), "(MAXVALUE)");
        } else if (bounds instanceof OneOf oneOf) {
            out.text(" FOR VALUES IN ");
            values(oneOf.values());
        } else if (bounds instanceof Remainder hash) {
            out.text(" FOR VALUES WITH (MODULUS ").number(hash.modulus());
            out.text(", REMAINDER ").number(hash.remainder()).text(")");
        } else {
            out.text(" DEFAULT");
        }
    }

    private void end(@Nullable List<Expr> values, String open) {
        if (values == null) {
            out.text(open);
        } else {
            values(values);
        }
    }

    // ---- what knows no IF NOT EXISTS

    @Override
    public void visitAddForeignKey(AddForeignKey add) {
        unlessThere("duplicate_object", () -> {
            out.text("ALTER TABLE ");
            qualified(add.table());
            out.text(" ADD CONSTRAINT ");
            name(add.key().name());
            out.text(" ");
            foreignKey(add.key(), "FOREIGN KEY");
        });
    }

    @Override
    public void visitCreateEnum(CreateEnum create) {
        unlessThere("duplicate_object", () -> {
            out.text("CREATE TYPE ").identifier(create.name()).text(" AS ENUM ");
            labels(create);
        });
    }

    @Override
    public void visitCreateView(CreateView create) {
        unlessThere("duplicate_table", () -> {
            out.text("CREATE VIEW ");
            view(create);
        });
    }

    /** As a block that takes the error for an answer. */
    private void unlessThere(String condition, Runnable body) {
        String text = said(body);
        if (!isLenient()) {
            statement(text);
            return;
        }
        String quote = "$$";
        for (int i = 0; text.contains(quote); i++) {
            quote = "$q" + i + "$";
        }
        statement("DO %s BEGIN %s; EXCEPTION WHEN %s THEN NULL; END %s".formatted(quote, text, condition, quote));
    }
}
