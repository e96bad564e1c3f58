package io.sluice.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sluice.dialect.SqlWriter.Shape;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.StatementNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A shape stands for exactly one SQL text with its types. Shown for a tree of every kind of node there is, against every
 * tree that differs from it in one component: a component that a compiler forgets to put into the shape shows up here.
 */
class ShapeTest {
    private static final List<Dialect> DIALECTS = ServiceLoader.load(Dialect.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    static Stream<Class<?>> nodes() {
        return Stream.of(Expr.class, SourceNode.class, StatementNode.class)
                .flatMap(family -> Trees.recordsOf(family).stream());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void isTheSameExactlyWhereTheSqlAndItsTypesAre(Class<?> node) {
        StatementNode tree = Trees.statement(Trees.make(node));
        assumeThat(DIALECTS)
                .as("who can say this")
                .anyMatch(dialect -> say(dialect, tree).isPresent());
        int[] compared = {0};
        Trees.variants(tree, variant -> compared[0] += compare(tree, (StatementNode) variant));

        assertThat(compared[0]).as("pairs that a dialect could say").isPositive();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void leavesOutValuesAlone(Class<?> node) {
        StatementNode tree = Trees.statement(Trees.make(node));
        Map<Object, StatementNode> others = new HashMap<>();
        Trees.variants(tree, variant -> others.putIfAbsent(variant, (StatementNode) variant));

        for (Dialect dialect : DIALECTS) {
            Optional<Said> said = say(dialect, tree);
            for (StatementNode other : others.values()) {
                Optional<Said> saidOther = say(dialect, other);
                if (said.isPresent()
                        && saidOther.isPresent()
                        && !said.get().values.equals(saidOther.get().values)) {
                    boolean onlyValues = said.get().compiled.equals(saidOther.get().compiled);
                    assertThat(said.get().shape.equals(saidOther.get().shape)).isEqualTo(onlyValues);
                }
            }
        }
    }

    private static int compare(StatementNode one, StatementNode other) {
        int compared = 0;
        for (Dialect dialect : DIALECTS) {
            Optional<Said> first = say(dialect, one);
            Optional<Said> second = say(dialect, other);
            if (first.isEmpty() || second.isEmpty()) {
                continue;
            }
            compared++;
            assertThat(first.get().shape.equals(second.get().shape))
                    .as("%s: the same shape for%n%s%n%s", dialect, first.get().compiled, second.get().compiled)
                    .isEqualTo(first.get().compiled.equals(second.get().compiled));
        }
        return compared;
    }

    private record Said(Shape shape, CompiledStatement compiled, List<?> values) {}

    /** Nothing where the dialect refuses it, or where a component alone makes no sense. */
    private static Optional<Said> say(Dialect dialect, StatementNode tree) {
        try {
            SqlWriter out = dialect.written(tree, SchemaNames.AS_NAMED);
            return Optional.of(new Said(out.shape().kept(), dialect.compiled(out), out.values()));
        } catch (StatementException | IndexOutOfBoundsException | NullPointerException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
