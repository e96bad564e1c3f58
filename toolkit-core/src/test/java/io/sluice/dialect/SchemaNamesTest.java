package io.sluice.dialect;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.sql.Sql.select;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.schema.Metadata;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Select;
import org.junit.jupiter.api.Test;

class SchemaNamesTest {
    private static final SchemaNames TENANT =
            SchemaNames.AS_NAMED.defaultTo("tenant 7").with("shared", "common");
    private static final Table ITEMS = Table.named("items", column("id", INTEGER, primaryKey()));
    private static final Table TAGS = Table.named(TableName.of("shared", "tags"), column("id", INTEGER));

    private final StatementCache<String> cache = new StatementCache<>(Dialects.POSTGRESQL, 10, CompiledStatement::sql);

    private static Select<Integer> query() {
        var id = ITEMS.column("id", Integer.class);
        return select(id).from(ITEMS).join(TAGS).on(id.eq(TAGS.column("id", Integer.class)));
    }

    @Test
    void areSaidForTablesAndBeforeColumnsThatNameASchema() {
        assertThat(cache.get(query().tree(), TENANT).entry())
                .isEqualTo("SELECT items.id FROM \"tenant 7\".items JOIN common.tags ON items.id = common.tags.id");
    }

    @Test
    void arePartOfAStatementsShape() {
        String named = cache.get(query().tree()).entry();
        String said = cache.get(query().tree(), TENANT).entry();

        assertThat(said).isNotEqualTo(named);
        assertThat(cache.get(query().tree()).entry()).isEqualTo(named);
        assertThat(cache.get(query().tree(), TENANT).entry()).isEqualTo(said);
        assertThat(cache.statistics().size()).isEqualTo(2);
        assertThat(cache.statistics().hits()).isEqualTo(2);
    }

    @Test
    void areSaidInDefinitions() {
        assertThat(Dialects.POSTGRESQL.texts(Metadata.of(ITEMS).createAll().tree(), TENANT))
                .singleElement()
                .asString()
                .startsWith("CREATE TABLE IF NOT EXISTS \"tenant 7\".items (");
    }
}
