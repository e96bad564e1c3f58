package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way from one source to another over others, which {@link Select#join(JoinPath)} follows hop by hop. What the first
 * hop leaves from stands in FROM already; each hop leaves from there or from where one before it went.
 */
public interface JoinPath {

    /** The joins, in their order; at least one. */
    List<Hop> hops();

    /** One join of a path. */
    record Hop(Source from, Source to, Condition on) {

        /** Along the only foreign key there is between the two, in whichever of them it stands. */
        public static Hop between(Source from, Source to) {
            List<JoinInference.Link> links = JoinInference.links(from, to);
            if (links.size() != 1) {
                throw refused(
                        from,
                        to,
                        links,
                        "there are several foreign keys",
                        "say which by its columns, those of %s or of %s".formatted(nameOf(from), nameOf(to)));
            }
            return along(from, to, links.get(0));
        }

        /** Along the foreign key of these columns, which stand in the one or in the other. */
        public static Hop along(Source from, Source to, List<? extends TableColumn<?>> foreignKey) {
            List<? extends Expr> wanted =
                    foreignKey.stream().map(TableColumn::node).toList();
            List<JoinInference.Link> links = JoinInference.links(from, to);
            for (JoinInference.Link link : links) {
                if (link.columns().equals(wanted)) {
                    return along(from, to, link);
                }
            }
            throw refused(
                    from,
                    to,
                    links,
                    "no foreign key is %s, but there is"
                            .formatted(wanted.stream().map(Description::of).collect(Collectors.joining(", "))),
                    "name the columns of one of these");
        }

        private static Hop along(Source from, Source to, JoinInference.Link link) {
            return new Hop(from, to, new Condition(link.condition()));
        }

        private static StatementException refused(
                Source from, Source to, List<JoinInference.Link> links, String why, String insteadDo) {
            String ends = "from %s to %s".formatted(nameOf(from), nameOf(to));
            return new StatementException(
                    links.isEmpty()
                            ? "path %s: there is no foreign key between them; go over a table that has one to each"
                                    .formatted(ends)
                            : "path %s: %s: %s; %s".formatted(ends, why, JoinInference.listed(links), insteadDo));
        }

        private static String nameOf(Source source) {
            return JoinInference.nameOf(source);
        }
    }
}
