/** The first program of a newcomer. */
module io.sluice.examples.quickstart {
    requires io.sluice.reactive;
    requires java.sql; // by H2, whose R2DBC driver is no module and so cannot say it
}
