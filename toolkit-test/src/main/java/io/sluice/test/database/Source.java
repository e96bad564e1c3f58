package io.sluice.test.database;

/** One way to come by a server. */
interface Source {

    Origin.Way way();

    /** Finds or starts a server and returns when it answers; throws {@link Unavailable} when this way is closed here. */
    SourcedServer start() throws Unavailable;

    /** This way is closed here: the search goes on, and a user may want to know why. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;
        private final String remedy;

        Unavailable(String reason, String remedy) {
            super(reason);
            this.reason = reason;
            this.remedy = remedy;
        }

        Unavailable(String reason, String remedy, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
            this.remedy = remedy;
        }

        Origin.PassedOver by(Origin.Way way) {
            return new Origin.PassedOver(way, reason, remedy);
        }
    }
}
