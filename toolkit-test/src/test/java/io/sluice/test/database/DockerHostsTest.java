package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerHostsTest {

    private final Path home;

    DockerHostsTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void asksOnlyWhereTheUserSays() {
        assertThat(hosts(Map.of("DOCKER_HOST", "tcp://build:2375")).list()).containsExactly("tcp://build:2375");
    }

    @Test
    void readsTheSettingsOfTestcontainers() throws IOException {
        Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=tcp\\://build\\:2375\n");

        assertThat(hosts(Map.of()).list()).containsExactly("tcp://build:2375");
    }

    @Test
    void knowsTheUsualPlaces() {
        assertThat(hosts(Map.of("XDG_RUNTIME_DIR", "/run/user/7")).list())
                .containsExactly(
                        "unix:///var/run/docker.sock",
                        "unix://" + home + "/.docker/run/docker.sock",
                        "unix://" + home + "/.docker/desktop/docker.sock",
                        "unix:///run/user/7/docker.sock");
    }

    @Test
    void saysWhomItAskedWhenNobodyAnswers() {
        assertThatThrownBy(() ->
                        hosts(Map.of("DOCKER_HOST", "unix:///nowhere.sock")).requireEngine())
                .isInstanceOf(Source.Unavailable.class)
                .hasMessage("no Docker engine answers: asked unix:///nowhere.sock (No such file or directory)");
    }

    private DockerHosts hosts(Map<String, String> environment) {
        return new DockerHosts(environment::get, home);
    }
}
