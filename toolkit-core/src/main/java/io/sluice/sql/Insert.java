package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.InsertNode.Conflict;
import io.sluice.sql.tree.InsertNode.Defaults;
import io.sluice.sql.tree.InsertNode.FromQuery;
import io.sluice.sql.tree.InsertNode.Origin;
import io.sluice.sql.tree.InsertNode.Resolution;
import io.sluice.sql.tree.InsertNode.Rows;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT. Columns with a {@code defaultValue} or {@code defaultValueFrom} that it does not mention are sent with it;
 * say {@link TableColumn#toDefault} or {@link TableColumn#toNull} where that is not wanted.
 *
 * <pre>{@code
 * insertInto(USERS)
 *         .values(USERS.name.to("Ada"), USERS.email.to("ada@x.org"))
 *         .onConflict(USERS.email).doUpdate(USERS.name.to(excluded(USERS.name)))
 *         .returning(USERS.id)
 * }</pre>
 */
public final class Insert extends Change {
    private final TargetTable table;
    private final Chain<CommonTable> with;
    private final List<TableColumn<?>> named;
    private final List<String> columns;
    private final @Nullable Origin origin;
    private final @Nullable Conflict conflict;

    private Insert(
            TargetTable table,
            Chain<CommonTable> with,
            List<TableColumn<?>> named,
            List<String> columns,
            @Nullable Origin origin,
            @Nullable Conflict conflict) {
        this.table = table;
        this.with = with;
        this.named = named;
        this.columns = columns;
        this.origin = origin;
        this.conflict = conflict;
    }

    static Insert into(TargetTable table, Chain<CommonTable> with) {
        if (table.sourceNode().alias() != null) {
            throw new StatementException("insertInto(%s): an alias has no meaning here; pass the table itself"
                    .formatted(table.sourceNode().alias()));
        }
        return new Insert(table, with, List.of(), List.of(), null, null);
    }

    /** One row; called again, one row more, of the same columns. */
    public Insert values(ColumnValue... values) {
        List<Assignment> assignments =
                SentDefaults.completed(ColumnValue.checked(table, "values", values), table.insertDefaults());
        List<String> names = assignments.stream().map(Assignment::column).toList();
        if (origin instanceof Rows && !names.equals(columns)) {
            throw new StatementException(
                    "values(…): this row sets %s, the rows before set %s; every row takes the same columns in the same order"
                            .formatted(names, columns));
        }
        return taking(
                names,
                rowsSoFar("values")
                        .plus(assignments.stream().map(Assignment::value).toList()));
    }

    /** A row for each object. No objects make no rows: such a statement does nothing when it runs. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <P> Insert rows(Iterable<? extends P> objects, Cell<P>... cells) {
        List<Cell<P>> values = List.of(cells);
        List<String> given =
                columnsOf(values.stream().<TableColumn<?>>map(Cell::column).toList(), "rows");
        List<Assignment> missing = SentDefaults.missing(table.insertDefaults(), given);
        List<String> names = SentDefaults.joined(given, SentDefaults.columns(missing));
        if (origin instanceof Rows && !names.equals(columns)) {
            throw new StatementException(
                    "rows(…): these rows set %s, the rows before set %s; every row takes the same columns in the same order"
                            .formatted(names, columns));
        }
        Chain<List<Expr>> rows = rowsSoFar("rows");
        for (P object : objects) {
            List<Expr> row =
                    values.stream().<Expr>map(cell -> cell.valueOf(object)).toList();
            rows = rows.plus(missing.isEmpty() ? row : SentDefaults.joined(row, anew(given)));
        }
        return taking(names, rows);
    }

    /**
     * A row for each object, each of which is told what the database made of it: keys, defaults. The order in which rows
     * come back says nothing, so {@link InsertEach} has to be told what does.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <P> InsertEach<P> each(Iterable<? extends P> objects, Cell<P>... cells) {
        requireNoOrigin("each");
        List<P> all = new ArrayList<>();
        objects.forEach(all::add);
        return new InsertEach<>(rows(all, cells), List.copyOf(all), List.of(cells), null, List.of());
    }

    /** The columns that {@link #from} fills. */
    public Insert columns(TableColumn<?>... columns) {
        requireNoOrigin("columns");
        List<TableColumn<?>> named = List.of(columns);
        return new Insert(table, with, named, columnsOf(named, "columns"), null, conflict);
    }

    /** A row for each row of a query, whose columns go to {@link #columns} by position. */
    public Insert from(Query<?> query) {
        requireNoOrigin("from");
        if (named.isEmpty()) {
            throw new StatementException("from(…): say with columns(…) which columns of %s it fills"
                    .formatted(Description.of(table.table())));
        }
        List<ResultItem> items = query.resultItems();
        if (items.size() != named.size()) {
            throw new StatementException(
                    "from(…): the query selects %d columns, columns(…) names %d".formatted(items.size(), named.size()));
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).type().javaType() != named.get(i).type().javaType()) {
                throw new StatementException("from(…): column %d of the query is %s, but %s is %s; cast it"
                        .formatted(
                                i + 1,
                                items.get(i).type(),
                                Description.of(named.get(i).node()),
                                named.get(i).type()));
            }
        }
        QueryNode node = Subqueries.of(query, "from");
        List<Assignment> missing = SentDefaults.missing(table.insertDefaults(), columns);
        if (missing.isEmpty()) {
            return new Insert(table, with, named, columns, new FromQuery(node), conflict);
        }
        List<String> all = SentDefaults.joined(columns, SentDefaults.columns(missing));
        return new Insert(table, with, named, all, SentDefaults.selecting(node, missing), conflict);
    }

    /** One row that has the default of every column. */
    public Insert defaultValues() {
        requireNoOrigin("defaultValues");
        List<Assignment> sent = SentDefaults.missing(table.insertDefaults(), List.of());
        if (!sent.isEmpty()) {
            return taking(SentDefaults.columns(sent), Chain.of(SentDefaults.values(sent)));
        }
        return new Insert(table, with, List.of(), List.of(), new Defaults(), conflict);
    }

    /**
     * What to do about rows that are there already, by the unique key of these columns; by no column, about any key.
     * MariaDB and MySQL cannot be told which key is meant: there, a clash with any unique key of the table counts; and they
     * count a row that is changed twice.
     */
    public OnConflict onConflict(TableColumn<?>... key) {
        requireNoConflict("onConflict");
        return new OnConflict(
                this,
                key.length == 0
                        ? null
                        : new InsertNode.TargetColumns(columnsOf(List.of(key), "onConflict"), Chain.empty()));
    }

    /** What to do about rows that clash by a constraint of this name. */
    public OnConflict onConstraint(String constraint) {
        requireNoConflict("onConstraint");
        return new OnConflict(this, new InsertNode.TargetConstraint(Names.require(constraint, "a constraint's name")));
    }

    /** Updates only those rows, of the ones that were there already, for which this holds. */
    @SafeVarargs
    public final Insert where(Expression<Boolean>... conditions) {
        if (conflict == null || conflict.resolution() == null) {
            throw new StatementException(
                    "where(…) of an insert belongs after onConflict(…).doUpdate(…), which it limits");
        }
        Resolution old = conflict.resolution();
        return resolved(
                conflict.target(), new Resolution(old.assignments(), Conditions.append(old.where(), conditions)));
    }

    /**
     * The row of {@link #values} for each object, with its values in the places of parameters. Defaults that are made for
     * each row are made here and now.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <P> Batch forEach(Iterable<? extends P> objects, Binding<P>... values) {
        List<Binding<P>> all = new ArrayList<>(List.of(values));
        return Batches.insert(SentDefaults.perSet(tree(), all), objects, all);
    }

    @Override
    public InsertNode tree() {
        return giving(Chain.empty());
    }

    @Override
    InsertNode giving(Chain<ResultItem> items) {
        if (origin == null) {
            throw new StatementException(
                    "insertInto(%s): there is nothing to insert; say values(…), rows(…), from(…) or defaultValues()"
                            .formatted(Description.of(table.table())));
        }
        return new InsertNode(with, table.sourceNode(), columns, origin, conflict, items);
    }

    TargetTable table() {
        return table;
    }

    Insert resolved(InsertNode.@Nullable Target target, @Nullable Resolution resolution) {
        return new Insert(table, with, named, columns, origin, new Conflict(target, resolution));
    }

    /** The defaults of columns that are not given, for a row of their own. */
    private List<Expr> anew(List<String> given) {
        return SentDefaults.values(SentDefaults.missing(table.insertDefaults(), given));
    }

    private Insert taking(List<String> names, Chain<List<Expr>> rows) {
        return new Insert(table, with, List.of(), names, new Rows(rows), conflict);
    }

    private Chain<List<Expr>> rowsSoFar(String clause) {
        if (origin instanceof Rows rows) {
            return rows.rows();
        }
        requireNoOrigin(clause);
        if (!named.isEmpty()) {
            throw new StatementException(
                    "%s(…): columns(…) belongs to from(…), and rows name their own; leave columns(…) out"
                            .formatted(clause));
        }
        return Chain.empty();
    }

    private void requireNoOrigin(String clause) {
        if (origin != null) {
            throw new StatementException(
                    "%s(…): this insert has its rows already; make another statement for others".formatted(clause));
        }
    }

    private void requireNoConflict(String clause) {
        if (conflict != null) {
            throw new StatementException(
                    "%s(…): this insert says already what to do about rows that are there; say it once"
                            .formatted(clause));
        }
    }

    private List<String> columnsOf(List<? extends TableColumn<?>> columns, String clause) {
        if (columns.isEmpty()) {
            throw new StatementException("%s(): name at least one column".formatted(clause));
        }
        Set<String> seen = new HashSet<>();
        for (TableColumn<?> column : columns) {
            if (!seen.add(column.name())) {
                throw new StatementException("%s(…) names %s twice".formatted(clause, column.name()));
            }
        }
        columns.forEach(column -> ColumnValue.requireColumnOf(table, column.source(), column.name(), clause));
        return columns.stream().<String>map(TableColumn::name).toList();
    }
}
