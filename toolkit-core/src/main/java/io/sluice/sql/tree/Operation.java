package io.sluice.sql.tree;

import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions made of others without a name before the parenthesis. */
public sealed interface Operation extends Expr {

    /** Operands joined from left to right by one operator; a long sum or concatenation is one node, not a deep tree. */
    record Infix(Operator operator, Chain<Expr> operands) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitInfix(this);
        }
    }

    record Negation(Expr operand) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitNegation(this);
        }
    }

    record Cast(Expr operand, SqlType<?> type) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitCast(this);
        }
    }

    /** CASE: with a subject its branches are compared with it, without one they are conditions. */
    record Case(
            @Nullable Expr subject,
            List<Branch> branches,
            @Nullable Expr otherwise) implements Operation {

        /** WHEN … THEN …. */
        public record Branch(Expr when, Expr then) {}

        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitCase(this);
        }
    }

    record Collate(Expr operand, String collation) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitCollate(this);
        }
    }

    record RowValue(List<Expr> fields) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitRowValue(this);
        }
    }

    record ArrayOf(List<Expr> elements, SqlType<?> type) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitArrayOf(this);
        }
    }

    /** One element of an array, counted from one. */
    record Element(Expr array, Expr index) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitElement(this);
        }
    }

    record Extract(DateField field, Expr from) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitExtract(this);
        }
    }

    /** AT TIME ZONE. */
    record AtZone(Expr operand, Expr zone) implements Operation {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitAtZone(this);
        }
    }
}
