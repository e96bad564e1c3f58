package io.sluice.session;

import static io.sluice.edge.Badge_.BADGE;
import static io.sluice.edge.Boss_.BOSS;
import static io.sluice.edge.Coin_.COIN;
import static io.sluice.edge.Desk_.DESK;
import static io.sluice.edge.Garage_.GARAGE;
import static io.sluice.edge.Mark_.MARK;
import static io.sluice.edge.Money_.MONEY;
import static io.sluice.edge.Spot_.SPOT;
import static io.sluice.edge.Truck_.TRUCK;
import static io.sluice.edge.Vehicle_.VEHICLE;
import static io.sluice.edge.Web_.WEB;
import static io.sluice.edge.Worker_.WORKER;
import static io.sluice.edge.Yard_.YARD;

import io.sluice.schema.Metadata;
import io.sluice.sql.Sql;
import io.sluice.test.database.TestServer;
import org.junit.jupiter.api.BeforeEach;

/** The library, and entities at the edges of what can be mapped, whose tables are empty. */
abstract class OnEdges extends OnLibrary {

    OnEdges() {
        super(TestServer.POSTGRESQL);
    }

    @BeforeEach
    void createEdges() {
        run(Metadata.of(YARD, VEHICLE, TRUCK, GARAGE, MONEY, COIN, WEB, WORKER, BOSS, DESK, BADGE, SPOT, MARK)
                .createAll());
        statements.clear();
    }

    void sql(String text) {
        run(Sql.text(text));
    }

    /** Takes away what keeps rows right, as databases are found. */
    void dropConstraints(String table, char type) {
        sql("""
                DO $$ DECLARE c text; BEGIN
                    FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = '%s'::regclass AND contype = '%s' LOOP
                        EXECUTE 'ALTER TABLE %s DROP CONSTRAINT ' || quote_ident(c);
                    END LOOP;
                END $$""".formatted(table, type, table));
    }
}
