package io.sluice.test.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the ways to come by a server in their order. */
record ServerSearch(String product, List<Source> sources) {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);

    record Found(SourcedServer server, Origin origin) {}

    Found search() {
        List<Origin.PassedOver> passedOver = new ArrayList<>();
        List<Exception> causes = new ArrayList<>();
        for (Source source : sources) {
            try {
                SourcedServer server = source.start();
                LOG.info("{} for tests comes from {}: {}", product, source.way(), server.administrator());
                return new Found(server, new Origin(source.way(), passedOver));
            } catch (Source.Unavailable unavailable) {
                Origin.PassedOver why = unavailable.by(source.way());
                LOG.info("{} for tests does not come from {}", product, why);
                passedOver.add(why);
                causes.add(unavailable);
            }
        }
        throw nothingFound(passedOver, causes);
    }

    private TestDatabaseException nothingFound(List<Origin.PassedOver> passedOver, List<Exception> causes) {
        String ways = passedOver.stream().map(why -> "\n  from " + why).collect(Collectors.joining());
        TestDatabaseException failure = new TestDatabaseException(
                "No %s for tests: every way to one is closed; open one of these:%s".formatted(product, ways), null);
        causes.forEach(failure::addSuppressed);
        return failure;
    }
}
