package io.sluice.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Gives what is said to those who capture it, and prints what somebody should see. */
final class CapturedLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    CapturedLogger(String name) {
        this.name = name;
    }

    private boolean isPrinted(Level level) {
        return level.toInt() >= (name.startsWith("io.sluice.") ? Level.INFO : Level.WARN).toInt();
    }

    private boolean isEnabled(Level level) {
        return isPrinted(level) || LogCapture.wants(name, level);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable error) {
        var line = new LogLine(
                name,
                level,
                arguments == null ? pattern : MessageFormatter.basicArrayFormat(pattern, arguments),
                error);
        LogCapture.said(line);
        if (isPrinted(level)) {
            System.err.print(line);
        }
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Level.ERROR);
    }
}
