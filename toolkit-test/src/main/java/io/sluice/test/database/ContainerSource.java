package io.sluice.test.database;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A server in a container that Testcontainers runs. Its core is enough: whether the server is ready, the R2DBC driver knows best. */
final class ContainerSource implements Source {

    private static final OptionalLibrary LIBRARY =
            new OptionalLibrary("org.testcontainers:testcontainers", "org.testcontainers.containers.GenericContainer");

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);

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
                    "the container of %s did not start: %s".formatted(recipe.image(), rootOf(e)),
                    "see the log of org.testcontainers; 'docker pull %s' shows whether the image can be had"
                            .formatted(recipe.image()),
                    e);
        }
    }

    /** Testcontainers wraps what the engine says several times over. */
    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
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
                    .withImagePullPolicy(Launch::pullOnce)
                    .waitingFor(new NoCheck());
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "sluice-test-container"));
            container.start();
            DatabaseUrl url = recipe.url(container.getHost(), container.getMappedPort(recipe.port()));
            new Readiness(url, container::isRunning).await(PATIENCE);
            return url;
        }

        /** Testcontainers would go on for two minutes where the registry cannot be reached; there is another way to a server. */
        private static boolean pullOnce(DockerImageName image) {
            DockerClient docker = DockerClientFactory.instance().client();
            try {
                docker.inspectImageCmd(image.asCanonicalNameString()).exec();
            } catch (NotFoundException absent) {
                LOG.info("Pulling the image {}, for this and later runs", image);
                pull(docker, image);
            }
            return false;
        }

        private static void pull(DockerClient docker, DockerImageName image) {
            try {
                docker.pullImageCmd(image.getUnversionedPart())
                        .withTag(image.getVersionPart())
                        .start()
                        .awaitCompletion();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while pulling " + image, e);
            }
        }
    }

    /** Testcontainers' own checks run commands in the image; ours asks the server, and comes after. */
    private static final class NoCheck extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
