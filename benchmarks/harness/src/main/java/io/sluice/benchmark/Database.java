package io.sluice.benchmark;

import java.util.List;

/** Where the seeded PostgreSQL answers. Its user needs no password. */
public record Database(String host, int port, String name, String user) {

    /** As the arguments of a process; {@link #fromArguments} reads them back. */
    public List<String> toArguments() {
        return List.of(host, Integer.toString(port), name, user);
    }

    static Database fromArguments(List<String> arguments) {
        return new Database(arguments.get(0), Integer.parseInt(arguments.get(1)), arguments.get(2), arguments.get(3));
    }
}
