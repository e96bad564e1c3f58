package io.sluice.test.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class DockerEngineTest {

    @Test
    void saysThatThereIsNoSocket(@TempDir Path folder) {
        assertThat(new DockerEngine("unix://" + folder.resolve("docker.sock")).silence())
                .contains("No such file");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = listening()) {
            port = closed.getLocalPort();
        }
        assertThat(new DockerEngine("tcp://127.0.0.1:" + port).silence()).isEqualTo("Connection refused");
    }

    @Test
    void givesUpSoonWhenSomebodyListensButDoesNotAnswer() throws IOException {
        try (ServerSocket mute = listening()) {
            long start = System.nanoTime();

            assertThat(new DockerEngine("tcp://127.0.0.1:" + mute.getLocalPort()).silence())
                    .isEqualTo("no answer within 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void hearsAnEngine() throws IOException {
        try (ServerSocket engine = listening()) {
            CompletableFuture<Void> served =
                    CompletableFuture.runAsync(() -> answer(engine, "HTTP/1.0 200 OK\r\n\r\nOK"));

            assertThat(new DockerEngine("tcp://127.0.0.1:" + engine.getLocalPort()).silence())
                    .isNull();
            served.join();
        }
    }

    @Test
    void isNotFooledByAnotherServer() throws IOException {
        try (ServerSocket other = listening()) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answer(other, "220 mail.example\r\n"));

            assertThat(new DockerEngine("tcp://127.0.0.1:" + other.getLocalPort()).silence())
                    .isEqualTo("no Docker engine");
            served.join();
        }
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThat(new DockerEngine("tcp://nowhere").silence()).isEqualTo("not an address of an engine");
        assertThat(new DockerEngine("tcp:// ?").silence()).isEqualTo("not an address of an engine");
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket client = server.accept();
                InputStream request = client.getInputStream()) {
            request.readNBytes("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".length());
            client.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
