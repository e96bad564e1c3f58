package io.sluice.sql;

import io.sluice.sql.tree.BatchNode;
import org.jspecify.annotations.Nullable;

/**
 * One change for many sets of values, in few round trips: as if it ran for each set, one after the other, all or none of
 * them. It counts the rows of all sets together; without a set it does nothing.
 *
 * <pre>{@code
 * Parameter<Long> id = param("id", BIGINT);
 * Parameter<String> title = param("title", TEXT);
 * Batch renamed = update(BOOK).set(BOOK.title.to(title)).where(BOOK.id.eq(id))
 *         .forEach(books, bind(id, Book::id), bind(title, Book::title));
 * Mono<Long> rows = engine.execute(renamed).rowCount();
 * }</pre>
 *
 * <p>PostgreSQL takes an array for each parameter, so that the text is the same for any number of sets. Other databases
 * take rows of values, in as many statements as their limits ask for. Sets that touch the same row, which those with the
 * same key do, get statements of their own after one another. What a change reads of the table beside the row that it
 * changes, in a subquery for example, is as it was before the statement.
 */
public final class Batch implements Command {
    private final BatchNode tree;

    Batch(BatchNode tree) {
        this.tree = tree;
    }

    @Override
    public BatchNode tree() {
        return tree;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Batch that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return StandardText.of(this);
    }
}
