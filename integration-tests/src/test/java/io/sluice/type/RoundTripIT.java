package io.sluice.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.sql.Sql;
import io.sluice.test.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every value comes back as it was, or is refused with a word; {@code docs/types.md} says which. */
class RoundTripIT {
    private static final Logger LOG = LoggerFactory.getLogger(RoundTripIT.class);
    private static final Path PAGE = Path.of("../docs/types.md");
    private static final int SOME = 120;
    private static final int MANY = 5_000;

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBackAsThePageSays(Way way) throws Exception {
        var table = new TypesTable(way, trips(way, SOME));
        assertThat(table.wrong()).isEmpty();
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.writeString(PAGE, table.putInto(Files.readString(PAGE)));
        }
        assertThat(Files.readString(PAGE))
                .as("the table of %s in docs/types.md; -Dsluice.docs.write=true writes it anew", way.title())
                .contains(table.toString());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void everyTypeComesBackByTheThousand(Way way) {
        assertThat(new TypesTable(way, trips(way, MANY)).wrong()).isEmpty();
    }

    private static Map<String, Map<String, Cell>> trips(Way way, int count) {
        long seed = Long.getLong("sluice.seed", new Random().nextLong());
        LOG.info("{}: -Dsluice.seed={}", way.title(), seed);
        Map<String, Map<String, Cell>> trips = new LinkedHashMap<>();
        try (TestDatabase database = way.server().database()) {
            Engine engine = way.engine(database);
            for (String definition : definitions(way)) {
                engine.execute(Sql.text(definition)).done().block();
            }
            for (Sample<?> sample : Samples.all()) {
                trips.put(sample.name(), RoundTrip.of(sample, way, engine, seed, count));
            }
            engine.close().block();
        }
        return trips;
    }

    private static List<String> definitions(Way way) {
        return switch (way) {
            case POSTGRESQL_BINARY, POSTGRESQL_TEXT -> List.of("CREATE TYPE mood AS ENUM ('SAD', 'OK', 'Very_happy')");
            case H2 -> List.of("CREATE DOMAIN mood AS ENUM ('SAD', 'OK', 'Very_happy')");
            case MARIADB -> List.of();
        };
    }
}
