package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** H2 stands in for the servers: the source does not know the difference. */
class UrlSourceTest {

    private static final String PROPERTY = "sluice.test.h2.url";

    @AfterEach
    void forgetTheProperty() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void takesTheServerThatTheEnvironmentNames() throws Source.Unavailable {
        SourcedServer server = withVariable("r2dbc:h2:mem:///variable").start();

        assertThat(server.administrator().database()).isEqualTo("variable");
        assertThat(server.outlivesJvm()).isTrue();
    }

    @Test
    void prefersThePropertyBecauseItIsSaidForThisRun() throws Source.Unavailable {
        System.setProperty(PROPERTY, "r2dbc:h2:mem:///property");

        assertThat(withVariable("r2dbc:h2:mem:///variable")
                        .start()
                        .administrator()
                        .database())
                .isEqualTo("property");
    }

    @Test
    void isPassedOverWhenNothingIsNamed() {
        assertThatThrownBy(() -> withVariable(" ").start())
                .isInstanceOf(Source.Unavailable.class)
                .hasMessage("neither SLUICE_TEST_H2_URL nor -Dsluice.test.h2.url is set");
    }

    @Test
    void refusesWhatIsNoUrl() {
        assertThatThrownBy(() -> withVariable("localhost").start())
                .isInstanceOf(TestDatabaseException.class)
                .hasMessage("The server that SLUICE_TEST_H2_URL names: it is no R2DBC URL; "
                        + "correct it to r2dbc:h2://user:password@host/database, or unset it to try other ways");
    }

    @Test
    void refusesAUrlOfAnotherDriver() {
        assertThatThrownBy(() -> withVariable("r2dbc:mysql://localhost/x").start())
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContaining("it is for the driver 'mysql'");
    }

    @Test
    void raisesInsteadOfTryingOtherWaysWhenTheServerDoesNotServe() {
        assertThatThrownBy(() -> withVariable("r2dbc:h2:mem://ada:secret@host/absent?options=IFEXISTS=TRUE")
                        .start())
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContaining("r2dbc:h2:mem://host/absent does not serve: ")
                .hasMessageNotContaining("secret");
    }

    private static UrlSource withVariable(String value) {
        Map<String, String> environment = Map.of("SLUICE_TEST_H2_URL", value);
        return new UrlSource("h2", environment::get);
    }
}
