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

    static String of(Statement statement) {
        StatementNode tree = statement.tree();
        return STANDARD == null ? tree.toString() : STANDARD.render(tree).text();
    }
}
