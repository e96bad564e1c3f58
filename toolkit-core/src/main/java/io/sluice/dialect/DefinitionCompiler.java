package io.sluice.dialect;

import io.sluice.sql.tree.ColumnNode;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.DefinitionNode.AddForeignKey;
import io.sluice.sql.tree.DefinitionNode.CreateEnum;
import io.sluice.sql.tree.DefinitionNode.CreateIndex;
import io.sluice.sql.tree.DefinitionNode.CreateSchema;
import io.sluice.sql.tree.DefinitionNode.CreateSequence;
import io.sluice.sql.tree.DefinitionNode.CreateTable;
import io.sluice.sql.tree.DefinitionNode.CreateView;
import io.sluice.sql.tree.DefinitionNode.DropEnum;
import io.sluice.sql.tree.DefinitionNode.DropForeignKey;
import io.sluice.sql.tree.DefinitionNode.DropIndex;
import io.sluice.sql.tree.DefinitionNode.DropSchema;
import io.sluice.sql.tree.DefinitionNode.DropSequence;
import io.sluice.sql.tree.DefinitionNode.DropTable;
import io.sluice.sql.tree.DefinitionNode.DropView;
import io.sluice.sql.tree.DefinitionVisitor;
import io.sluice.sql.tree.IndexNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ScriptNode;
import io.sluice.sql.tree.SequenceNode;
import io.sluice.sql.tree.TableNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says definitions, each in one statement or more, in the words that most databases share. A dialect overrides what
 * differs.
 */
public class DefinitionCompiler extends TableCompiler implements DefinitionVisitor {
    private boolean isLenient;

    protected DefinitionCompiler(Dialect dialect) {
        super(dialect);
    }

    final void script(ScriptNode script, SchemaNames schemas) {
        in(schemas);
        isLenient = script.isLenient();
        before(script.steps());
        for (DefinitionNode step : script.steps()) {
            step.accept(this);
        }
    }

    /** What has to be said first, seen from the whole. */
    protected void before(List<DefinitionNode> steps) {}

    /** Whether what is there, or gone, already is to be skipped. */
    protected final boolean isLenient() {
        return isLenient;
    }

    protected final void ifAbsent() {
        out.text(isLenient ? "IF NOT EXISTS " : "");
    }

    protected final void ifPresent() {
        out.text(isLenient ? "IF EXISTS " : "");
    }

    // ---- tables

    @Override
    public void visitCreateTable(CreateTable create) {
        TableNode table = create.table();
        statement(() -> {
            out.text("CREATE TABLE ");
            ifAbsent();
            qualified(table.name());
            tableBody(table);
        });
        besideTable(table);
    }

    /** What belongs to a table and takes statements of its own. */
    protected void besideTable(TableNode table) {
        for (IndexNode index : table.indexes()) {
            statement(() -> index(table.name(), table.owners(), index));
        }
        if (table.comment() != null) {
            String text = literal(table.comment());
            statement(() -> {
                out.text("COMMENT ON TABLE ");
                qualified(table.name());
                out.text(" IS ").text(text);
            });
        }
        for (ColumnNode column : table.columns()) {
            if (column.comment() != null) {
                String text = literal(column.comment());
                statement(() -> {
                    out.text("COMMENT ON COLUMN ");
                    qualified(table.name());
                    out.text(".").identifier(column.name()).text(" IS ").text(text);
                });
            }
        }
    }

    @Override
    public void visitDropTable(DropTable drop) {
        drop("TABLE ", drop.table());
    }

    @Override
    public void visitAddForeignKey(AddForeignKey add) {
        statement(() -> {
            out.text("ALTER TABLE ");
            qualified(add.table());
            out.text(" ADD CONSTRAINT ");
            ifAbsent();
            name(add.key().name());
            out.text(" ");
            foreignKey(add.key(), "FOREIGN KEY");
        });
    }

    @Override
    public void visitDropForeignKey(DropForeignKey drop) {
        statement(() -> {
            out.text("ALTER TABLE ");
            ifPresent();
            qualified(drop.table());
            out.text(" DROP CONSTRAINT ");
            ifPresent();
            name(drop.name());
        });
    }

    // ---- indexes

    @Override
    public void visitCreateIndex(CreateIndex create) {
        statement(() -> index(create.table(), create.owners(), create.index()));
    }

    protected void index(Qualifier table, List<Qualifier> owners, IndexNode index) {
        out.text(index.isUnique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
        ifAbsent();
        name(index.name());
        out.text(" ON ");
        qualified(table);
        if (index.method() != null) {
            indexMethod(index.method());
        }
        indexKeys(owners, index);
        indexCondition(owners, index);
    }

    protected void indexMethod(String method) {
        out.text(" USING ").text(method);
    }

    @Override
    public void visitDropIndex(DropIndex drop) {
        statement(() -> {
            out.text("DROP INDEX ");
            ifPresent();
            out.inSchema(drop.table().schema());
            name(drop.name());
        });
    }

    // ---- sequences

    @Override
    public void visitCreateSequence(CreateSequence create) {
        SequenceNode sequence = create.sequence();
        statement(() -> {
            out.text("CREATE SEQUENCE ");
            ifAbsent();
            qualified(sequence.name());
            numbered(" START WITH ", sequence.start());
            numbered(" INCREMENT BY ", sequence.increment());
            numbered(" MINVALUE ", sequence.least());
            numbered(" MAXVALUE ", sequence.greatest());
            numbered(" CACHE ", sequence.cache());
            out.text(sequence.cycles() ? " CYCLE" : "");
        });
    }

    private void numbered(String word, @Nullable Long number) {
        if (number != null) {
            out.text(word).number(number);
        }
    }

    @Override
    public void visitDropSequence(DropSequence drop) {
        drop("SEQUENCE ", drop.sequence());
    }

    // ---- enum types

    @Override
    public void visitCreateEnum(CreateEnum create) {
        statement(() -> {
            out.text("CREATE TYPE ").identifier(create.name()).text(" AS ENUM ");
            labels(create);
        });
    }

    protected final void labels(CreateEnum create) {
        String separator = "(";
        for (String label : create.labels()) {
            out.text(separator).text(literal(label));
            separator = ", ";
        }
        out.text(")");
    }

    @Override
    public void visitDropEnum(DropEnum drop) {
        dropType("TYPE ", drop.name());
    }

    // ---- schemas

    @Override
    public void visitCreateSchema(CreateSchema create) {
        statement(() -> {
            out.text("CREATE SCHEMA ");
            ifAbsent();
            out.schemaItself(create.name());
        });
    }

    @Override
    public void visitDropSchema(DropSchema drop) {
        statement(() -> {
            out.text("DROP SCHEMA ");
            ifPresent();
            out.schemaItself(drop.name()).text(drop.withContents() ? " CASCADE" : " RESTRICT");
        });
    }

    // ---- views

    @Override
    public void visitCreateView(CreateView create) {
        statement(() -> {
            out.text("CREATE VIEW ");
            ifAbsent();
            view(create);
        });
    }

    protected final void view(CreateView create) {
        qualified(create.name());
        names(create.columns());
        out.text(" AS ");
        query(create.query());
    }

    @Override
    public void visitDropView(DropView drop) {
        drop("VIEW ", drop.name());
    }

    /** Types are called by their names alone, wherever they are used. */
    protected final void dropType(String kind, String name) {
        statement(() -> {
            out.text("DROP ").text(kind);
            ifPresent();
            out.identifier(name);
        });
    }

    protected final void drop(String kind, Qualifier name) {
        statement(() -> {
            out.text("DROP ").text(kind);
            ifPresent();
            qualified(name);
        });
    }
}
