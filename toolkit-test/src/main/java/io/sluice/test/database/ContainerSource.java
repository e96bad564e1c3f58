package io.sluice.test.database;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A server in a container that Testcontainers runs. Its core is enough: whether the server is ready, the R2DBC driver knows best. */
final class ContainerSource implements Source {

    private static final OptionalLibrary LIBRARY =
            new OptionalLibrary("org.testcontainers:testcontainers", "org.testcontainers.containers.GenericContainer");

    private final ContainerRecipe recipe;

    ContainerSource(ContainerRecipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public Origin.Way way() {
        return Origin.Way.TESTCONTAINERS;
    }

    @Override
    public SourcedServer start() throws Unavailable {
        LIBRARY.require();
        DockerHosts.ofThisMachine().requireEngine();
        try {
            return SourcedServer.ofThisJvm(Launch.url(recipe));
        } catch (RuntimeException | LinkageError e) {
            throw new Unavailable(
                    "the container of %s did not start: %s".formatted(recipe.image(), e.getMessage()),
                    "see the log of org.testcontainers; 'docker pull %s' shows whether the image can be had"
                            .formatted(recipe.image()),
                    e);
        }
    }

    /** The only class that mentions the library, so that the source itself loads without it. */
    private static final class Launch {

        private static final Duration PATIENCE = Duration.ofMinutes(1);

        @SuppressWarnings("resource") // stopped with the JVM
        static DatabaseUrl url(ContainerRecipe recipe) {
            GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(recipe.image()))
                    .withExposedPorts(recipe.port())
                    .withEnv(recipe.environment())
                    .withCommand(recipe.command().toArray(String[]::new))
                    .waitingFor(new Running());
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "sluice-test-container"));
            container.start();
            DatabaseUrl url = recipe.url(container.getHost(), container.getMappedPort(recipe.port()));
            new Readiness(url, container::isRunning).await(PATIENCE);
            return url;
        }
    }

    /** Testcontainers' own checks run commands in the image; ours comes after. */
    private static final class Running extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
