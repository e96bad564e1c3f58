package io.sluice.sql;

import io.sluice.sql.tree.Atom.Param;
import io.sluice.sql.tree.StatementNode;
import java.util.LinkedHashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements for people, in standard SQL. The renderer is found as a service, because dialects know this package and not the other way round. */
final class StandardText {
    private static final @Nullable Renderer STANDARD = ServiceLoader.load(
                    Renderer.class, Renderer.class.getClassLoader())
            .findFirst()
            .orElse(null);

    private StandardText() {}

    /** The places of a statement that wait for values. */
    static Set<Param> paramsOf(StatementNode tree) {
        Set<Param> params = new LinkedHashSet<>();
        if (STANDARD != null) {
            for (Object value : STANDARD.render(tree).parameters()) {
                if (value instanceof Param param) {
                    params.add(param);
                }
            }
        }
        return params;
    }

    /** Never raises, since debuggers and logs show statements that are only half said. */
    static String of(Statement statement) {
        try {
            StatementNode tree = statement.tree();
            return STANDARD == null
                    ? tree.getClass().getSimpleName()
                    : STANDARD.render(tree).text();
        } catch (StatementException e) {
            return "not a statement yet: " + e.getMessage();
        }
    }
}
