package io.sluice.test.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A place where a Docker engine may listen. Asked in a moment, where Testcontainers itself goes on trying for many seconds. */
record DockerEngine(String host) {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    /** An engine that wants TLS answers so too, with a complaint. */
    private static final String ANSWER = "HTTP/";

    /** Why no engine answers there; null if one does, or if only Testcontainers can tell (Windows pipes, ssh). */
    @Nullable
    String silence() {
        try {
            URI uri = URI.create(host);
            return switch (String.valueOf(uri.getScheme())) {
                case "unix" -> ask(UnixDomainSocketAddress.of(uri.getPath()));
                case "tcp", "http", "https" -> ask(new InetSocketAddress(uri.getHost(), uri.getPort()));
                default -> null;
            };
        } catch (IllegalArgumentException e) {
            return "not an address of an engine";
        }
    }

    private static @Nullable String ask(SocketAddress address) {
        try (SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            // Leaving this block closes the channel, and with it ends a ping that is still waiting.
            return CompletableFuture.supplyAsync(() -> ping(channel, address), DockerEngine::inThreadOfItsOwn)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "no answer within " + PATIENCE.toSeconds() + " s";
        } catch (ExecutionException | IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** The common pool may be one thread, and busy. */
    private static void inThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "sluice-test-docker-ping");
        thread.setDaemon(true);
        thread.start();
    }

    private static @Nullable String ping(SocketChannel channel, SocketAddress address) {
        try {
            channel.connect(address);
            channel.write(US_ASCII.encode(PING));
            ByteBuffer answer = ByteBuffer.allocate(ANSWER.length());
            while (answer.hasRemaining()) {
                if (channel.read(answer) < 0) {
                    return "no answer";
                }
            }
            return US_ASCII.decode(answer.flip()).toString().equals(ANSWER) ? null : "no Docker engine";
        } catch (IOException | RuntimeException e) {
            String message = e.getMessage();
            return message == null ? e.getClass().getSimpleName() : message;
        }
    }
}
