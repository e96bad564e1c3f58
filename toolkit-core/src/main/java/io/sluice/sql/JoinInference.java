package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import io.sluice.sql.tree.Predicate.Junction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ON of a join that says none: the one foreign key between what is joined and what is there. */
record JoinInference(@Nullable Expr condition, @Nullable String problem) {

    static JoinInference between(Source joined, List<Source> present) {
        List<Link> links = new ArrayList<>();
        for (Source other : present) {
            links.addAll(links(joined, other));
        }
        if (links.size() == 1) {
            return new JoinInference(links.get(0).condition(), null);
        }
        String name = nameOf(joined);
        if (links.isEmpty()) {
            return new JoinInference(
                    null,
                    "join(%s): there is no foreign key between %s and %s; say how they belong together with .on(…)"
                            .formatted(
                                    name,
                                    name,
                                    present.stream().map(JoinInference::nameOf).collect(Collectors.joining(", "))));
        }
        return new JoinInference(
                null,
                "join(%s): there are several foreign keys to join along: %s; choose with .on(…)"
                        .formatted(name, listed(links)));
    }

    /** The foreign keys of the first to the second, then those the other way. */
    static List<Link> links(Source one, Source other) {
        List<Link> links = new ArrayList<>();
        collect(one, other, links);
        collect(other, one, links);
        return links;
    }

    static String listed(List<Link> links) {
        return links.stream().map(Link::toString).collect(Collectors.joining("; "));
    }

    private static void collect(Source from, Source to, List<Link> links) {
        for (Reference reference : from.foreignKeys()) {
            if (reference.table().equals(to.table())) {
                links.add(new Link(from, to, reference));
            }
        }
    }

    static String nameOf(Source source) {
        return Description.of(source.sourceNode().qualifier());
    }

    /** One way to join. */
    record Link(Source from, Source to, Reference reference) {

        List<ColumnRef> columns() {
            return reference.columns().stream()
                    .map(name -> new ColumnRef(from.sourceNode().qualifier(), name))
                    .toList();
        }

        Expr condition() {
            List<ColumnRef> columns = columns();
            Chain<Expr> equalities = Chain.empty();
            for (int i = 0; i < columns.size(); i++) {
                equalities = equalities.plus(new Comparison(
                        columns.get(i),
                        Operator.EQ,
                        new ColumnRef(
                                to.sourceNode().qualifier(),
                                reference.keyColumns().get(i))));
            }
            return equalities.size() == 1 ? equalities.get(0) : new Junction(true, equalities);
        }

        @Override
        public String toString() {
            return "%s(%s) = %s(%s)"
                    .formatted(
                            nameOf(from),
                            String.join(", ", reference.columns()),
                            nameOf(to),
                            String.join(", ", reference.keyColumns()));
        }
    }
}
