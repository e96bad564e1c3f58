package io.sluice.benchmark;

import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The contenders on this class path. As a program it prints the names of those that take part in one scenario. */
public final class Roster {

    private Roster() {}

    /** Argument: the scenario. */
    public static void main(String... args) {
        of(args[0]).map(Contender::name).forEach(System.out::println);
    }

    static Contender find(String scenario, String name) {
        return of(scenario)
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no contender %s for scenario %s; is it named in META-INF/services of its module?"
                                .formatted(name, scenario)));
    }

    private static Stream<Contender> of(String scenario) {
        return ServiceLoader.load(Contender.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(contender -> contender.scenario().name().equals(scenario));
    }
}
