package io.sluice.schema;

import io.sluice.sql.JoinPath;
import io.sluice.sql.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way from table to table along foreign keys, which a join follows as a whole.
 *
 * <pre>{@code
 * select(BOOK.title, TAG.name).from(BOOK).join(Path.from(BOOK).to(BOOK_TAG).to(TAG))
 * }</pre>
 *
 * <p>Where a table comes twice it has an alias, and where two keys lead the same way, the columns of one say which:
 *
 * <pre>{@code
 * Employees boss = EMPLOYEE.as("boss");
 * Path.from(EMPLOYEE).to(boss, EMPLOYEE.managerId)
 * }</pre>
 */
public final class Path implements JoinPath {
    private final Table start;
    private final List<Hop> hops;
    private final Table end;

    private Path(Table start, List<Hop> hops, Table end) {
        this.start = start;
        this.hops = hops;
        this.end = end;
    }

    /** A path that has its beginning only. */
    public static Path from(Table start) {
        return new Path(start, List.of(), start);
    }

    /** Goes on to a table along the only foreign key there is, in whichever of the two it stands. */
    public Path to(Table next) {
        return plus(Hop.between(end, next), next);
    }

    /** Goes on to a table along the foreign key of these columns, which stand in the one or in the other. */
    public Path to(Table next, Column<?> foreignKey, Column<?>... more) {
        return plus(
                Hop.along(
                        end,
                        next,
                        Stream.concat(Stream.of(foreignKey), Stream.of(more)).toList()),
                next);
    }

    private Path plus(Hop hop, Table next) {
        boolean isThere = Stream.concat(Stream.of(start), hops.stream().map(Hop::to))
                .anyMatch(present -> present.sourceNode()
                        .qualifier()
                        .equals(next.sourceNode().qualifier()));
        if (isThere) {
            throw new StatementException(
                    "path %s to %s: it has been there; give the table another alias with .as(…)".formatted(this, next));
        }
        List<Hop> all = new ArrayList<>(hops);
        all.add(hop);
        return new Path(start, List.copyOf(all), next);
    }

    @Override
    public List<Hop> hops() {
        if (hops.isEmpty()) {
            throw new StatementException("path from %s: it goes nowhere; say to(…)".formatted(start));
        }
        return hops;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Path that
                && start.sourceNode().equals(that.start.sourceNode())
                && joins().equals(that.joins());
    }

    @Override
    public int hashCode() {
        return joins().hashCode();
    }

    private List<Object> joins() {
        return hops.stream()
                .<Object>map(hop -> List.of(hop.to().sourceNode(), hop.on()))
                .toList();
    }

    /** The tables on the way. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(start), hops.stream().map(Hop::to))
                .map(Object::toString)
                .collect(Collectors.joining(" to ", "from ", ""));
    }
}
