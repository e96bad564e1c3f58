package io.sluice.engine;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an engine tells its listeners. This file is all of it. An owner is whoever has a connection: a statement by itself, or the scope it is in. */
public sealed interface EngineEvent {

    /** A statement is about to be sent. */
    record StatementStarted(SentStatement statement) implements EngineEvent {}

    /**
     * A statement has ended; its subscriber hears of it just after.
     *
     * @param duration from when it had its connection; of a stream, with the time its reader took
     * @param rows read, or changed, as far as the driver tells
     * @param error what its subscriber is told, if it failed
     */
    record StatementEnded(
            SentStatement statement,
            Outcome outcome,
            Duration duration,
            OptionalLong rows,
            @Nullable Throwable error) implements EngineEvent {}

    /** The pool has lent a connection. */
    record CheckedOut(String owner, Duration waited) implements EngineEvent {}

    /** The pool had no connection to lend, in time or at all. */
    record CheckoutFailed(String owner, Duration waited, Throwable error) implements EngineEvent {}

    /** The pool has a connection back, or it was closed. */
    record CheckedIn(String owner, Duration held) implements EngineEvent {}

    /** A transaction has begun. */
    record Began(String owner) implements EngineEvent {}

    /** A transaction was committed. */
    record Committed(String owner) implements EngineEvent {}

    /** A commit failed, or was not answered; the error says which. */
    record CommitFailed(String owner, Throwable error) implements EngineEvent {}

    /** A transaction was undone, if need be by closing its connection. */
    record RolledBack(String owner) implements EngineEvent {}
}
