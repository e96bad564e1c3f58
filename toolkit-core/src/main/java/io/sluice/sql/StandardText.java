package io.sluice.sql;

import io.sluice.sql.tree.StatementNode;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Statements for people, in standard SQL. The renderer is found as a service, because dialects know this package and not the other way round. */
final class StandardText {
    private static final @Nullable Renderer STANDARD = ServiceLoader.load(
                    Renderer.class, Renderer.class.getClassLoader())
            .findFirst()
            .orElse(null);

    private StandardText() {}

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
