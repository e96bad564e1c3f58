package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Found by the driver as a service, so that connection factories which users make have it too. On the module path it is
 * an option of the factories that Sluice makes: a module cannot provide a service whose driver may be absent.
 */
public final class WireExtension implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new WireCodec()));
    }
}
