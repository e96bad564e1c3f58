package io.sluice.dialect.h2;

import io.sluice.dialect.DefinitionCompiler;
import io.sluice.sql.tree.ColumnNode;
import io.sluice.sql.tree.Deferral;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.DefinitionNode.CreateEnum;
import io.sluice.sql.tree.DefinitionNode.CreateSchema;
import io.sluice.sql.tree.DefinitionNode.DropEnum;
import io.sluice.sql.tree.DefinitionNode.DropSchema;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.IndexNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.TableNode;
import java.util.List;

/** Where H2's definitions differ: an enum type is a domain, and indexes are over whole columns. */
final class H2Definitions extends DefinitionCompiler {

    H2Definitions(H2Dialect dialect) {
        super(dialect);
    }

    /** H2 fails on DROP TABLE IF EXISTS if the table's schema is not there; so it is, until it is dropped at last. */
    @Override
    protected void before(List<DefinitionNode> steps) {
        for (DefinitionNode step : steps) {
            if (isLenient() && step instanceof DropSchema schema) {
                visitCreateSchema(new CreateSchema(schema.name()));
            }
        }
    }

    @Override
    protected void collation(String name) {
        throw cannot("the collation of a column", "set that of the database with SET COLLATION before any table");
    }

    @Override
    protected void computed(TableNode table, ColumnNode column, ColumnNode.Computed computed) {
        String what = "a column that is computed when it is read (%s.%s)"
                .formatted(table.name().name(), column.name());
        if (!computed.isStored()) {
            throw cannot(what, "store it with computed(…), or compute it in a view");
        }
        out.text(" GENERATED ALWAYS AS (");
        own(table.owners(), computed.value(), "computed column " + column.name());
        out.text(")");
    }

    @Override
    protected void deferral(Deferral deferral) {
        throw cannot("a foreign key that can be deferred", "leave that out, and write rows after those they refer to");
    }

    // ---- indexes

    @Override
    protected void indexMethod(String method) {
        throw cannot("an index by the method " + method, "leave using(…) out");
    }

    @Override
    protected void indexExpression(List<Qualifier> owners, IndexNode index, Expr expression) {
        throw cannot(
                "an index over an expression (%s)".formatted(index.name().text()),
                "index a column that is computed(…) from it");
    }

    @Override
    protected void indexCondition(List<Qualifier> owners, IndexNode index) {
        if (!index.where().isEmpty()) {
            throw cannot(
                    "an index of some rows only (%s)".formatted(index.name().text()),
                    "index all rows; for a unique one, a column that is computed(…) as NULL for the others");
        }
    }

    // ---- enum types

    @Override
    public void visitCreateEnum(CreateEnum create) {
        statement(() -> {
            out.text("CREATE DOMAIN ");
            ifAbsent();
            out.identifier(create.name()).text(" AS ENUM ");
            labels(create);
        });
    }

    @Override
    public void visitDropEnum(DropEnum drop) {
        dropType("DOMAIN ", drop.name());
    }
}
