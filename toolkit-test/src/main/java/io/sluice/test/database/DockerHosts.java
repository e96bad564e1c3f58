package io.sluice.test.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where Testcontainers looks for a Docker engine: what a user names, else the usual sockets. */
record DockerHosts(Environment environment, Path home) {

    static DockerHosts ofThisMachine() {
        return new DockerHosts(System::getenv, Path.of(System.getProperty("user.home")));
    }

    void requireEngine() throws Source.Unavailable {
        StringJoiner asked = new StringJoiner(", ");
        for (String host : list()) {
            String silence = new DockerEngine(host).silence();
            if (silence == null) {
                return;
            }
            asked.add("%s (%s)".formatted(host, silence));
        }
        throw new Source.Unavailable(
                "no Docker engine answers: asked " + asked, "start Docker, or set DOCKER_HOST to where it listens");
    }

    List<String> list() {
        List<String> named = Stream.of(
                        environment.variable("DOCKER_HOST"), property("docker.host"), property("tc.host"))
                .filter(host -> host != null && !host.isBlank())
                .toList();
        return named.isEmpty() ? usual() : named;
    }

    private List<String> usual() {
        List<String> hosts = new ArrayList<>();
        hosts.add("unix:///var/run/docker.sock");
        hosts.add("unix://" + home.resolve(".docker/run/docker.sock"));
        hosts.add("unix://" + home.resolve(".docker/desktop/docker.sock"));
        String runtime = environment.variable("XDG_RUNTIME_DIR");
        if (runtime != null) {
            hosts.add("unix://" + Path.of(runtime).resolve("docker.sock"));
        }
        return hosts;
    }

    private @Nullable String property(String name) {
        Path file = home.resolve(".testcontainers.properties");
        if (!Files.isReadable(file)) {
            return null;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties.getProperty(name);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
