package io.sluice.examples.quickstart;

/** Holds the place of the first program, until there is an engine to run it on. */
public final class Quickstart {
    private Quickstart() {}

    /** Says where it runs. */
    public static void main(String[] args) {
        System.out.println("Running in " + Quickstart.class.getModule() + " on Java "
                + Runtime.version().feature());
        System.out.println(ModuleLayer.boot().modules().stream()
                .map(Module::getName)
                .filter(n -> !n.startsWith("java") && !n.startsWith("jdk"))
                .sorted()
                .toList());
    }
}
