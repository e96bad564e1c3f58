package io.sluice.benchmark.comparison;

/** The command line asks for something that cannot be run. Its message is all that the user needs to see. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
