package io.sluice.benchmark;

import java.util.List;

/** Fifty thousand authors with ten books each, the same on every run. */
final class LibraryTables {

    static final long AUTHORS = 50_000;

    static final int BOOKS_EACH = 10;

    static final List<String> SEED = List.of(
            """
            CREATE TABLE author (
              id bigint PRIMARY KEY,
              name varchar(64) NOT NULL,
              country varchar(2) NOT NULL,
              joined_at timestamptz NOT NULL
            )""",
            """
            CREATE TABLE book (
              id bigint PRIMARY KEY,
              author_id bigint NOT NULL REFERENCES author,
              title text NOT NULL,
              pages integer NOT NULL,
              price_cents bigint NOT NULL
            )""",
            """
            INSERT INTO author
            SELECT n,
                   'Author ' || n,
                   (ARRAY['de', 'fr', 'ke', 'nz'])[1 + n %% 4],
                   timestamptz '2026-01-01 00:00:00Z' + n * interval '7.000013 seconds'
            FROM generate_series(1::bigint, %d) AS n""".formatted(AUTHORS),
            """
            INSERT INTO book
            SELECT n,
                   1 + (n - 1) / %d,
                   'Volume ' || n * 7919 %% 99991,
                   50 + n %% 900,
                   100 + n * 104729 %% 10000
            FROM generate_series(1::bigint, %d) AS n""".formatted(BOOKS_EACH, AUTHORS * BOOKS_EACH),
            "CREATE INDEX ON book (author_id)",
            // All rows visible and frozen: no fork pays for the hint bits that the first reader would write.
            "VACUUM (FREEZE, ANALYZE) author",
            "VACUUM (FREEZE, ANALYZE) book");

    private LibraryTables() {}
}
