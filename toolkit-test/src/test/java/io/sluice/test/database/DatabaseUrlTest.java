package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void asksTheSameServerForAnotherDatabase() {
        DatabaseUrl url = DatabaseUrl.parse("r2dbc:postgresql://ada:secret@db.example:6432/postgres?sslMode=require");

        assertThat(url.withDatabase("mine").full())
                .isEqualTo("r2dbc:postgresql://ada:secret@db.example:6432/mine?sslMode=require");
    }

    @Test
    void needsNoDatabaseToBeginWith() {
        assertThat(DatabaseUrl.parse("r2dbc:mariadb://root@localhost?tlsMode=DISABLE")
                        .withDatabase("mine")
                        .full())
                .isEqualTo("r2dbc:mariadb://root@localhost/mine?tlsMode=DISABLE");
    }

    @Test
    void printsNoSecret() {
        assertThat(DatabaseUrl.parse("r2dbc:postgresql://ada:sec@ret@db.example:6432/shop?password=hidden"))
                .hasToString("r2dbc:postgresql://db.example:6432/shop");
    }
}
