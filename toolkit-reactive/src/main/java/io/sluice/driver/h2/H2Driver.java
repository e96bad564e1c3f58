package io.sluice.driver.h2;

import io.r2dbc.spi.R2dbcException;
import io.sluice.codec.Codec;
import io.sluice.engine.Driver;
import io.sluice.engine.Plans;
import io.sluice.engine.Violated;
import java.util.Optional;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** r2dbc-h2, which does its work on the thread that subscribes. */
public final class H2Driver implements Driver {

    @Override
    public boolean serves(String databaseName) {
        return databaseName.equals("H2");
    }

    @Override
    public boolean connects(String driver) {
        return driver.equals("h2");
    }

    @Override
    public Codec codec() {
        return new H2Codec();
    }

    @Override
    public Scheduler scheduler() {
        return Schedulers.boundedElastic();
    }

    @Override
    public Optional<Plans> plans() {
        return Optional.of(new H2Plans());
    }

    @Override
    public Optional<Violated> violated(R2dbcException error) {
        return H2Message.violated(error);
    }
}
