package io.sluice.sql.tree;

import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand in FROM. */
public sealed interface SourceNode {

    /** How its columns are qualified. */
    Qualifier qualifier();

    /** The same of all that it brings. */
    default List<Qualifier> qualifiers() {
        return List.of(qualifier());
    }

    record TableRef(
            @Nullable String schema, String name, @Nullable String alias) implements SourceNode {
        @Override
        public Qualifier qualifier() {
            return alias == null ? new Qualifier(schema, name) : Qualifier.alias(alias);
        }
    }

    /** Sources joined to each other before they are joined to the rest; called as the first of them. */
    record Grouped(List<FromItem> items) implements SourceNode {
        @Override
        public Qualifier qualifier() {
            return items.get(0).source().qualifier();
        }

        @Override
        public List<Qualifier> qualifiers() {
            return items.stream()
                    .flatMap(item -> item.source().qualifiers().stream())
                    .toList();
        }
    }

    /** A query in parentheses; lateral where it may refer to what stands before it. */
    record Derived(QueryNode query, String alias, List<String> columns, boolean isLateral) implements SourceNode {
        @Override
        public Qualifier qualifier() {
            return Qualifier.alias(alias);
        }
    }

    /** A common table by its name. */
    record CommonRef(String name, @Nullable String alias) implements SourceNode {
        @Override
        public Qualifier qualifier() {
            return Qualifier.alias(alias == null ? name : alias);
        }
    }

    /** Rows made by a function. */
    record FunctionRef(
            FunctionName function,
            List<Expr> arguments,
            String alias,
            List<Column> columns,
            boolean withOrdinality,
            boolean isLateral)
            implements SourceNode {

        /** A column that the function gives. */
        public record Column(String name, SqlType<?> type) {}

        @Override
        public Qualifier qualifier() {
            return Qualifier.alias(alias);
        }
    }
}
