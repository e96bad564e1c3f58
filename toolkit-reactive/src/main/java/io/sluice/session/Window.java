package io.sluice.session;

/** How many results of a stream are loaded together, and held at a time. */
public record Window(int size) {

    public Window {
        if (size < 1) {
            throw new IllegalArgumentException("window(%d): it must be at least 1".formatted(size));
        }
    }

    /** For a static import: {@code session.stream(select(AUTHOR), window(500))}. */
    public static Window window(int size) {
        return new Window(size);
    }
}
