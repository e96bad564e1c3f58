package io.sluice.benchmark.comparison;

/** A fork gave no figures, or figures that cannot be compared. */
final class ForkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForkException(String message) {
        super(message);
    }
}
