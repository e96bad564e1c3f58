package io.sluice.benchmark.driver;

/** A book, which knows its author by its key. */
record Book(long id, long authorId, String title, int pages, long priceCents) {}
