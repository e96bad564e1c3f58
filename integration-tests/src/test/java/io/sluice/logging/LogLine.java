package io.sluice.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** One thing that was logged. */
public record LogLine(
        String logger, Level level, String text, @Nullable Throwable error) {

    /** As it would be printed, with all of its error. */
    @Override
    public String toString() {
        var printed = new StringWriter();
        var out = new PrintWriter(printed);
        out.println("%s %s %s".formatted(level, logger, text));
        if (error != null) {
            error.printStackTrace(out);
        }
        return printed.toString();
    }
}
