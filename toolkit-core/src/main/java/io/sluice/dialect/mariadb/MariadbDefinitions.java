package io.sluice.dialect.mariadb;

import io.sluice.sql.tree.ColumnNode;
import io.sluice.sql.tree.ConstraintNode;
import io.sluice.sql.tree.Deferral;
import io.sluice.sql.tree.DefinitionNode.AddForeignKey;
import io.sluice.sql.tree.DefinitionNode.CreateEnum;
import io.sluice.sql.tree.DefinitionNode.DropEnum;
import io.sluice.sql.tree.DefinitionNode.DropForeignKey;
import io.sluice.sql.tree.DefinitionNode.DropIndex;
import io.sluice.sql.tree.DefinitionNode.DropSchema;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.IndexNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ReferentialAction;
import io.sluice.sql.tree.TableNode;
import io.sluice.type.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where MariaDB's definitions differ: comments stand inside them, a schema is a database, an enum is its column's own. */
public class MariadbDefinitions extends MariadbPartitions {

    protected MariadbDefinitions(MariadbDialect dialect) {
        super(dialect);
    }

    // ---- columns

    @Override
    protected void column(TableNode table, ColumnNode column) {
        super.column(table, column);
        if (!column.isNotNull() && column.type().kind() == Kind.TIMESTAMPTZ) {
            // a server may be set to take such a column for NOT NULL
            out.text(" NULL");
        }
        comment(column.comment(), " COMMENT ");
    }

    @Override
    protected void identity(ColumnNode.Identity identity) {
        if (identity.isAlways()) {
            throw cannot("a generated key that nobody else may give", "use generated()");
        }
        out.text(" AUTO_INCREMENT");
    }

    @Override
    protected void computed(TableNode table, ColumnNode column, ColumnNode.Computed computed) {
        requireNullable(table, column);
        super.computed(table, column, computed);
    }

    protected void requireNullable(TableNode table, ColumnNode column) {
        if (column.isNotNull()) {
            throw cannot(
                    "NOT NULL of a computed column (%s.%s)"
                            .formatted(table.name().name(), column.name()),
                    "leave notNull() out; compute it by coalesce(…) if it may not be NULL");
        }
    }

    private void comment(@Nullable String comment, String word) {
        if (comment == null) {
            return;
        }
        if (comment.indexOf('\\') >= 0) {
            throw cannot(
                    "a comment with a backslash that stays the same in every sql_mode", "write it without backslashes");
        }
        out.text(word).text(literal(comment));
    }

    // ---- constraints

    /** Its name is always PRIMARY. */
    @Override
    protected void primaryKey(ConstraintNode.PrimaryKey key) {
        out.text("PRIMARY KEY");
        names(key.columns());
    }

    @Override
    protected void action(String moment, ReferentialAction action) {
        if (action == ReferentialAction.SET_DEFAULT) {
            throw cannot(moment.strip() + " SET DEFAULT", "use SET_NULL, or set it in a statement of its own");
        }
        super.action(moment, action);
    }

    @Override
    protected void deferral(Deferral deferral) {
        throw cannot("a foreign key that can be deferred", "leave that out, and write rows after those they refer to");
    }

    @Override
    public void visitAddForeignKey(AddForeignKey add) {
        statement(() -> {
            out.text("ALTER TABLE ");
            qualified(add.table());
            out.text(" ADD ");
            constraintName(add.key().name());
            foreignKey(add.key(), isLenient() ? "FOREIGN KEY IF NOT EXISTS" : "FOREIGN KEY");
        });
    }

    @Override
    public void visitDropForeignKey(DropForeignKey drop) {
        statement(() -> {
            out.text("ALTER TABLE ");
            ifPresent();
            qualified(drop.table());
            out.text(" DROP FOREIGN KEY ");
            ifPresent();
            name(drop.name());
        });
    }

    // ---- tables

    @Override
    protected void afterColumns(TableNode table) {
        comment(table.comment(), " COMMENT = ");
    }

    /** Comments stand in the table. */
    @Override
    protected void besideTable(TableNode table) {
        for (IndexNode index : table.indexes()) {
            statement(() -> index(table.name(), table.owners(), index));
        }
    }

    // ---- indexes

    @Override
    protected void index(Qualifier table, List<Qualifier> owners, IndexNode index) {
        out.text("CREATE ");
        indexKind(index);
        ifAbsent();
        name(index.name());
        out.text(" ON ");
        qualified(table);
        indexBody(owners, index);
    }

    protected final void indexKind(IndexNode index) {
        String method = methodOf(index);
        boolean isKind = method.equals("FULLTEXT") || method.equals("SPATIAL");
        out.text(index.isUnique() ? "UNIQUE " : isKind ? method + " " : "").text("INDEX ");
    }

    protected final void indexBody(List<Qualifier> owners, IndexNode index) {
        indexKeys(owners, index);
        indexCondition(owners, index);
        switch (methodOf(index)) {
            case "", "FULLTEXT", "SPATIAL" -> {}
            case "BTREE", "HASH" -> out.text(" USING ").text(methodOf(index));
            default -> throw cannot("an index by the method " + index.method(), "use btree, hash, fulltext or spatial");
        }
    }

    private static String methodOf(IndexNode index) {
        return index.method() == null ? "" : index.method().toUpperCase(Locale.ROOT);
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

    @Override
    protected void nulls(boolean areFirst) {
        throw cannot("where NULL stands in an index", "leave nullsFirst() and nullsLast() out");
    }

    @Override
    public void visitDropIndex(DropIndex drop) {
        statement(() -> {
            out.text("DROP INDEX ");
            ifPresent();
            name(drop.name());
            out.text(" ON ");
            qualified(drop.table());
        });
    }

    // ---- the others

    /** Nothing: each column lists the labels. */
    @Override
    public void visitCreateEnum(CreateEnum create) {}

    @Override
    public void visitDropEnum(DropEnum drop) {}

    /** It is a database to MariaDB, and would go with all that is in it. */
    @Override
    public void visitDropSchema(DropSchema drop) {
        if (!drop.withContents()) {
            throw cannot(
                    "DROP SCHEMA only if it is empty (%s)".formatted(drop.name()),
                    "leave the schema out of the metadata, and say dropWithContents() if all of it may go");
        }
        statement(() -> {
            out.text("DROP SCHEMA ");
            ifPresent();
            out.schemaItself(drop.name());
        });
    }
}
