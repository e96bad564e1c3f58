package io.sluice.sql.tree;

import java.util.List;

/** One thing to create or to drop. */
public sealed interface DefinitionNode {

    void accept(DefinitionVisitor visitor);

    /** A table with its indexes and comments. */
    record CreateTable(TableNode table) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitCreateTable(this);
        }
    }

    record DropTable(Qualifier table) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitDropTable(this);
        }
    }

    /** A foreign key of a table that is there already, because the two tables refer to each other. */
    record AddForeignKey(Qualifier table, ConstraintNode.ForeignKey key) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitAddForeignKey(this);
        }
    }

    record DropForeignKey(Qualifier table, ObjectName name) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitDropForeignKey(this);
        }
    }

    record CreateIndex(Qualifier table, Qualifier declaredAs, IndexNode index) implements DefinitionNode {

        /** The names by which its expressions may call the table's columns. */
        public List<Qualifier> owners() {
            return List.of(table, declaredAs);
        }

        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitCreateIndex(this);
        }
    }

    record DropIndex(Qualifier table, ObjectName name) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitDropIndex(this);
        }
    }

    record CreateSequence(SequenceNode sequence) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitCreateSequence(this);
        }
    }

    record DropSequence(Qualifier sequence) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitDropSequence(this);
        }
    }

    record CreateEnum(String name, List<String> labels) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitCreateEnum(this);
        }
    }

    record DropEnum(String name) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitDropEnum(this);
        }
    }

    record CreateSchema(String name) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitCreateSchema(this);
        }
    }

    /** Without the word for its contents, one that is not empty stays. */
    record DropSchema(String name, boolean withContents) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitDropSchema(this);
        }
    }

    record CreateView(Qualifier name, List<String> columns, StatementNode query) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitCreateView(this);
        }
    }

    record DropView(Qualifier name) implements DefinitionNode {
        @Override
        public void accept(DefinitionVisitor visitor) {
            visitor.visitDropView(this);
        }
    }
}
