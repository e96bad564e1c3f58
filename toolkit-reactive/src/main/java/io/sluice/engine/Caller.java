package io.sluice.engine;

import java.util.function.Predicate;

/** Whose code is calling, so that a message can name the place. */
final class Caller {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private Caller() {}

    /** What was called, and where: {@code inTransaction(…) at OrderService.java:42}. */
    static String of(String method) {
        return WALKER.walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                .filter(Predicate.not(Caller::isOurs))
                .findFirst()
                .map(frame -> "%s(…) at %s:%d".formatted(method, frame.getFileName(), frame.getLineNumber()))
                .orElse(method + "(…)"));
    }

    private static boolean isOurs(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.equals(Engine.class.getName())
                || name.equals(Caller.class.getName())
                || name.startsWith("reactor.");
    }
}
