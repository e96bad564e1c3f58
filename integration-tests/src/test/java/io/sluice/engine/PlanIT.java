package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Sql.bind;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Select;
import io.sluice.sql.StatementException;
import io.sluice.test.database.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Plans of statements whose values are bound. */
class PlanIT {

    @Nested
    class OnPostgresql extends Trees {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }
    }

    @Nested
    class OnMariadb extends Trees {
        OnMariadb() {
            super(TestServer.MARIADB);
        }
    }

    @Nested
    class OnH2 extends Plans {
        OnH2() {
            super(TestServer.H2);
        }

        @Test
        void isTextWithoutATree() {
            Plan plan = now(engine.execute(JOIN).explain());

            assertThat(plan.tree()).isEmpty();
            assertThat(plan.text()).contains("FROM", "/*");
        }
    }

    abstract static class Trees extends Plans {
        Trees(TestServer server) {
            super(server);
        }

        @Test
        void isATreeOfSteps() {
            List<PlanNode> steps = steps(now(engine.execute(JOIN).explain()));

            assertThat(steps).hasSizeGreaterThan(2);
            assertThat(steps).anySatisfy(step -> {
                assertThat(step.relation()).isIn("account", "other");
                assertThat(step.estimatedRows()).isPresent();
                assertThat(step.actualRows()).isEmpty();
                assertThat(step.actualTime()).isNull();
            });
            assertThat(steps).anySatisfy(step -> assertThat(step.cost()).isPresent());
        }

        @Test
        void measuresTheStepsOfWhatItRuns() {
            List<PlanNode> steps = steps(now(engine.execute(JOIN).analyze()));

            assertThat(steps).anySatisfy(step -> {
                assertThat(step.relation()).isIn("account", "other");
                assertThat(step.actualRows().orElseThrow()).isGreaterThan(0);
                assertThat(step.actualTime()).isNotNull();
            });
        }

        @Test
        void saysItsStepsAsText() {
            assertThat(now(engine.execute(JOIN).explain()).toString())
                    .contains("\n  ", " on ", " rows")
                    .doesNotContain("37");
        }

        private static List<PlanNode> steps(Plan plan) {
            List<PlanNode> steps = new ArrayList<>(List.of(plan.tree().orElseThrow()));
            for (int i = 0; i < steps.size(); i++) {
                steps.addAll(steps.get(i).children());
            }
            return steps;
        }
    }

    abstract static class Plans extends OnDatabase {
        static final Select<Integer> JOIN = join();

        Plans(TestServer server) {
            super(server);
        }

        private static Select<Integer> join() {
            var other = ACCOUNTS.as("other");
            return select(ACCOUNTS.balance)
                    .from(ACCOUNTS)
                    .join(other)
                    .on(ACCOUNTS.id.eq(other.column("id", Integer.class)))
                    .where(ACCOUNTS.balance.gt(37))
                    .orderBy(ACCOUNTS.balance);
        }

        @Test
        void runsAChangeOnlyToMeasureIt() {
            assertThat(now(engine.execute(add(5, 1)).explain()).text()).isNotBlank();
            assertThat(balance(1)).isEqualTo(100);

            Mono<Plan> undone = engine.connect(conn -> conn.execute(add(5, 1))
                    .analyze()
                    .flatMap(plan -> conn.rollback().thenReturn(plan)));
            assertThat(now(undone).text()).isNotBlank();
            assertThat(balance(1)).isEqualTo(100);
        }

        @Test
        void refusesWhatItCouldNotExplain() {
            var id = param("id", INTEGER);
            var everything = update(ACCOUNTS).set(ACCOUNTS.balance.to(0));
            var nothing = insertInto(ACCOUNTS)
                    .values(ACCOUNTS.id.to(id))
                    .forEach(List.<Integer>of(), bind(id, number -> number));

            StepVerifier.create(engine.execute(everything).analyze()).verifyError(StatementException.class);
            StepVerifier.create(engine.execute(nothing).explain())
                    .verifyErrorMessage(
                            "explain(): there is no plan of what is sent as 0 statements; explain one query or change");
        }
    }
}
