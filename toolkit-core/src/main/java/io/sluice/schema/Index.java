package io.sluice.schema;

import io.sluice.sql.Expression;
import io.sluice.sql.Sortable;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.IndexNode;
import io.sluice.sql.tree.ObjectName;
import io.sluice.sql.tree.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An index over columns or expressions.
 *
 * <pre>{@code
 * declare(Index.on(lower(email)).unique().where(deletedAt.isNull()).named("ux_users_email"));
 * declare(Index.on(attributes).using("gin"));
 * }</pre>
 */
public final class Index implements TablePart, Constraint {
    private static final Pattern METHOD = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final @Nullable String name;
    private final List<SortKey> keys;
    private final boolean isUnique;
    private final @Nullable String method;
    private final Chain<Expr> where;

    private Index(
            @Nullable String name, List<SortKey> keys, boolean isUnique, @Nullable String method, Chain<Expr> where) {
        this.name = name;
        this.keys = keys;
        this.isUnique = isUnique;
        this.method = method;
        this.where = where;
    }

    public static Index on(Sortable first, Sortable... more) {
        List<SortKey> keys = new ArrayList<>();
        keys.add(first.ordering().key());
        for (Sortable sortable : more) {
            keys.add(sortable.ordering().key());
        }
        return new Index(null, List.copyOf(keys), false, null, Chain.empty());
    }

    public Index named(String name) {
        TableName.requireName(name, "an index's name");
        return new Index(name, keys, isUnique, method, where);
    }

    /** No two rows of the index have the same values. */
    public Index unique() {
        return new Index(name, keys, true, method, where);
    }

    /** The database's method, such as {@code gin}, instead of its usual one. */
    public Index using(String method) {
        if (!METHOD.matcher(method).matches()) {
            throw new StatementException(
                    "using(\"%s\"): that is no name of an index method; say one such as \"gin\" or \"hash\""
                            .formatted(method));
        }
        return new Index(name, keys, isUnique, method, where);
    }

    /** Only rows for which this holds are in the index. */
    @SafeVarargs
    public final Index where(Expression<Boolean>... conditions) {
        Chain<Expr> all = where;
        for (Expression<Boolean> condition : conditions) {
            all = all.plus(condition.node());
        }
        return new Index(name, keys, isUnique, method, all);
    }

    IndexNode node(Table table, NamingConvention naming) {
        return new IndexNode(objectName(table, naming), isUnique, method, keys, where);
    }

    boolean isUnique() {
        return isUnique;
    }

    /** The columns it is over, if it is over nothing else. */
    List<Column<?>> columnsOf(Table table) {
        List<Column<?>> columns = new ArrayList<>();
        for (SortKey key : keys) {
            if (!(key.by() instanceof ColumnRef column)) {
                return List.of();
            }
            columns.add(table.columnNamed(column.name()));
        }
        return List.copyOf(columns);
    }

    ObjectName objectName(Table table, NamingConvention naming) {
        if (name != null) {
            return ObjectName.given(name);
        }
        List<String> parts = keys.stream()
                .map(key -> key.by() instanceof ColumnRef column ? column.name() : "expr")
                .toList();
        return ObjectName.made(naming.index(table, parts));
    }
}
