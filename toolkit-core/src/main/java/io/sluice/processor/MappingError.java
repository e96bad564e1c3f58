package io.sluice.processor;

import java.io.Serial;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** A mistake in the model, and where it stands. */
sealed class MappingError extends RuntimeException permits Unresolved {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Element element;
    private final transient @Nullable Mark mark;

    MappingError(Element element, String message) {
        this(element, null, message);
    }

    MappingError(Element element, @Nullable Mark mark, String message) {
        super(message);
        this.element = element;
        this.mark = mark;
    }

    Element element() {
        return element;
    }

    @Nullable
    Mark mark() {
        return mark;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
