package io.sluice.session;

import static io.sluice.edge.Boss_.BOSS;
import static io.sluice.edge.Worker_.WORKER;
import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sql.NullResultException;
import io.sluice.sql.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Entities in statements that make no entities of them: changes of one kind, rows, and records. */
class KindsIT extends OnEdges {

    record Pages(String title, Optional<Integer> pages) {}

    record Counted(String title, int pages) {}

    @Test
    void changesOfOneKindSpareTheOthers() {
        sql("INSERT INTO worker (id, name, kind) VALUES (1, 'w', 'worker'), (2, 'b', 'boss')");
        Long changed = engine.execute(update(BOSS).set(BOSS.name.to("x")).where(BOSS.id.gt(0L)))
                .rowCount()
                .block(SOON);
        Long deleted = engine.execute(deleteFrom(BOSS).where(BOSS.id.eq(1L)))
                .rowCount()
                .block(SOON);
        assertThat(changed).isEqualTo(1);
        assertThat(deleted).isZero();
        assertThat(engine.execute(select(WORKER.name).from(WORKER).orderBy(WORKER.id))
                        .list()
                        .block(SOON))
                .containsExactly("w", "x");
    }

    @Test
    void givesRowsOfEntities() {
        List<Row> onEngine = engine.rows(select(AUTHOR).orderBy(AUTHOR.id))
                .list()
                .blockOptional(SOON)
                .orElseThrow();
        List<Row> inSession =
                in(session -> session.rows(select(AUTHOR).orderBy(AUTHOR.id)).list());
        assertThat(onEngine).extracting(row -> row.get(AUTHOR.name)).contains("author 1");
        assertThat(inSession).extracting(row -> row.get(AUTHOR.id)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void readsWhatMayBeNullIntoRecords() {
        var anonymous = select(BOOK.title, BOOK.pages).from(BOOK).where(BOOK.id.eq(99L));
        assertThat(engine.execute(anonymous.as(Pages.class)).one().block(SOON))
                .isEqualTo(new Pages("Anonymous", Optional.empty()));
        assertThatThrownBy(() -> engine.execute(select(BOOK.title, BOOK.pages)
                                .as(Counted::new)
                                .from(BOOK)
                                .where(BOOK.id.eq(99L)))
                        .one()
                        .block(SOON))
                .isInstanceOf(NullResultException.class)
                .hasMessageContaining("is NULL, and the function given to as(…) takes a primitive there");
    }
}
