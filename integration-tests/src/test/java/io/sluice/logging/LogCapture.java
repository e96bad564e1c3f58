package io.sluice.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.event.Level;

/** The log lines of some loggers, while it is open, down to a level that nobody else sees. */
public final class LogCapture implements AutoCloseable {
    private static final Set<LogCapture> OPEN = ConcurrentHashMap.newKeySet();

    private final String prefix;
    private final Level level;
    private final List<LogLine> lines = new CopyOnWriteArrayList<>();

    private LogCapture(String prefix, Level level) {
        this.prefix = prefix;
        this.level = level;
    }

    /** Captures what loggers whose names begin so say at a level or above. */
    public static LogCapture of(String prefix, Level level) {
        var capture = new LogCapture(prefix, level);
        OPEN.add(capture);
        return capture;
    }

    static boolean wants(String logger, Level level) {
        return OPEN.stream().anyMatch(capture -> capture.takes(logger, level));
    }

    static void said(LogLine line) {
        for (LogCapture capture : OPEN) {
            if (capture.takes(line.logger(), line.level())) {
                capture.lines.add(line);
            }
        }
    }

    private boolean takes(String logger, Level asked) {
        return logger.startsWith(prefix) && asked.toInt() >= level.toInt();
    }

    /** What was said so far. */
    public List<LogLine> lines() {
        return List.copyOf(lines);
    }

    /** The texts of what one logger said so far. */
    public List<String> texts(String logger) {
        List<String> texts = new ArrayList<>();
        for (LogLine line : lines) {
            if (line.logger().equals(logger)) {
                texts.add(line.text());
            }
        }
        return texts;
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }
}
