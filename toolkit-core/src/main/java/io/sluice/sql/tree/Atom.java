package io.sluice.sql.tree;

import io.sluice.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Expressions that hold no other: columns, values, words. */
public sealed interface Atom extends Expr {

    /** A column of something in FROM; without a qualifier, a label of the result. */
    record ColumnRef(@Nullable Qualifier source, String name) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitColumn(this);
        }
    }

    /** A value that travels beside the SQL, never inside it. Null is SQL's NULL, sent with its type. */
    record Bind(@Nullable Object value, SqlType<?> type) implements Atom {

        /** Arrays and lists are copied, since a statement does not change when its maker changes them afterwards. */
        public Bind {
            value = Copies.of(value);
        }

        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitBind(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Bind that && type.equals(that.type) && Objects.deepEquals(value, that.value));
        }

        @Override
        public int hashCode() {
            return value instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(value);
        }

        /** Values stay out of messages and logs. */
        @Override
        public String toString() {
            return "?" + type;
        }
    }

    /** A value that is given when the statement runs. */
    record Param(String name, SqlType<?> type) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitParam(this);
        }
    }

    /** A word of the language that is a value. */
    enum Keyword implements Atom {
        TRUE,
        FALSE,
        NULL,
        DEFAULT,
        CURRENT_DATE,
        CURRENT_TIME,
        CURRENT_TIMESTAMP,
        LOCALTIMESTAMP,
        /** Every row, in {@code count(*)}. */
        EVERYTHING;

        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitKeyword(this);
        }
    }

    /** The next number of the sequence that a column counts by. */
    record DrawnKey(SourceNode.TableRef table, String column) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitDrawnKey(this);
        }
    }

    /** A whole number that is part of the statement's shape: a precision, a position. */
    record Constant(long number) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitConstant(this);
        }
    }

    /** A name from a fixed list, such as the unit of {@code date_trunc}; part of the shape, so that GROUP BY recognises it. */
    record Word(DateField field) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitWord(this);
        }
    }

    /** The name of a text search configuration; part of the shape, so that an index over the same expression is recognised. */
    record SearchConfiguration(String name) implements Atom {

        /** It stands in the SQL itself, so nothing may end the quotes around it. */
        public SearchConfiguration {
            if (name.indexOf('\'') >= 0 || name.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("a text search configuration's name has no quotes or backslashes");
            }
        }

        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitSearchConfiguration(this);
        }
    }

    /** In an upsert, the value that was proposed for a column of that table. */
    record Excluded(Qualifier table, String column) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitExcluded(this);
        }
    }

    /** SQL that the builder does not know, with expressions in its gaps: there is one text more than expressions. */
    record Template(List<String> texts, List<Expr> gaps) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitTemplate(this);
        }
    }

    /** The next number of a sequence. */
    record NextValue(Qualifier sequence) implements Atom {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitNextValue(this);
        }
    }
}
