package io.sluice.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.test.database.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates and times are what they are, whatever the zone of the JVM and of the session, which drivers take from it. */
class ZonesIT {
    private static final int SOME = 10;
    private static final long SEED = 20_261_120L;

    @ParameterizedTest
    @EnumSource
    void changeNoDateAndNoTime(Way way) {
        TimeZone usual = TimeZone.getDefault();
        try {
            for (String zone : List.of("Asia/Kathmandu", "America/St_Johns")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(new TypesTable(way, trips(way)).wrong())
                        .as("in %s", zone)
                        .isEmpty();
            }
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    private static Map<String, Map<String, Cell>> trips(Way way) {
        Map<String, Map<String, Cell>> trips = new LinkedHashMap<>();
        try (TestDatabase database = way.server().database()) {
            Engine engine = way.engine(database);
            Samples.all().stream()
                    .filter(sample -> sample.type().family() == Family.TEMPORAL
                            || sample.type().equals(SqlTypes.TSTZRANGE))
                    .forEach(sample -> trips.put(sample.name(), RoundTrip.of(sample, way, engine, SEED, SOME)));
            engine.close().block();
        }
        return trips;
    }
}
