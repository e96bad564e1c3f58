/** The first program of a newcomer. */
module io.sluice.examples.quickstart {
    requires io.sluice.reactive;
}
