package io.sluice.dialect.mysql;

import io.sluice.dialect.mariadb.MariadbDefinitions;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ColumnNode;
import io.sluice.sql.tree.DefinitionNode.AddForeignKey;
import io.sluice.sql.tree.DefinitionNode.CreateIndex;
import io.sluice.sql.tree.DefinitionNode.CreateSequence;
import io.sluice.sql.tree.DefinitionNode.CreateView;
import io.sluice.sql.tree.DefinitionNode.DropForeignKey;
import io.sluice.sql.tree.DefinitionNode.DropIndex;
import io.sluice.sql.tree.DefinitionNode.DropSequence;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.IndexNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.TableNode;
import java.util.List;

/** Where MySQL's definitions disagree with MariaDB's: only tables and schemas know IF NOT EXISTS. */
final class MysqlDefinitions extends MariadbDefinitions {

    MysqlDefinitions(MysqlDialect dialect) {
        super(dialect);
    }

    /** In parentheses, as MySQL wants expressions, and as it then takes a value for any type. */
    @Override
    protected void defaultValue(TableNode table, ColumnNode column, Expr value) {
        out.text("(");
        super.defaultValue(table, column, value);
        out.text(")");
    }

    /** MySQL can. */
    @Override
    protected void requireNullable(TableNode table, ColumnNode column) {}

    // ---- indexes

    /** Inside the table, so that what skips the table skips them. */
    @Override
    protected void lastLines(TableNode table, String separator) {
        for (IndexNode index : table.indexes()) {
            out.text(separator);
            indexKind(index);
            name(index.name());
            indexBody(table.owners(), index);
        }
    }

    @Override
    protected void besideTable(TableNode table) {}

    /** MySQL can. */
    @Override
    protected void indexExpression(List<Qualifier> owners, IndexNode index, Expr expression) {
        out.text("(");
        own(owners, expression, "index " + index.name().text());
        out.text(")");
    }

    @Override
    public void visitCreateIndex(CreateIndex create) {
        requireStrict("CREATE INDEX IF NOT EXISTS");
        super.visitCreateIndex(create);
    }

    @Override
    public void visitDropIndex(DropIndex drop) {
        requireStrict("DROP INDEX IF EXISTS");
        super.visitDropIndex(drop);
    }

    // ---- the others

    @Override
    public void visitAddForeignKey(AddForeignKey add) {
        requireStrict("a foreign key between tables that refer to each other unless it is there");
        super.visitAddForeignKey(add);
    }

    @Override
    public void visitDropForeignKey(DropForeignKey drop) {
        requireStrict("DROP FOREIGN KEY IF EXISTS");
        super.visitDropForeignKey(drop);
    }

    @Override
    public void visitCreateView(CreateView create) {
        requireStrict("CREATE VIEW IF NOT EXISTS");
        super.visitCreateView(create);
    }

    @Override
    public void visitCreateSequence(CreateSequence create) {
        throw noSequences();
    }

    @Override
    public void visitDropSequence(DropSequence drop) {
        throw noSequences();
    }

    private StatementException noSequences() {
        return cannot("a sequence", "use generated() columns");
    }

    private void requireStrict(String what) {
        if (isLenient()) {
            throw cannot(what, "say strict(), and run it only where that is needed");
        }
    }
}
