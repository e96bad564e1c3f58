package io.sluice.schema;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.engine.Engine;
import java.time.Duration;
import java.util.List;

/** What a database says that it holds: one line for each thing, sorted, in words close to its own. */
final class Catalogue {
    static final Catalogue POSTGRESQL = new Catalogue(
            """
            SELECT concat_ws(' ', 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'not null' END,
                CASE a.attidentity WHEN 'a' THEN 'identity always' WHEN 'd' THEN 'identity' END,
                CASE a.attgenerated WHEN 's' THEN 'as ' ELSE 'default ' END || pg_get_expr(d.adbin, d.adrelid),
                CASE WHEN co.collname <> 'default' THEN 'collate ' || co.collname END,
                'comment ' || col_description(a.attrelid, a.attnum))
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_collation co ON co.oid = a.attcollation
            WHERE c.relnamespace::regnamespace::text IN ('public', 'annex') AND c.relkind IN ('r', 'p') AND a.attnum > 0
                AND NOT c.relispartition
            """,
            """
            SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE connamespace::regnamespace::text IN ('public', 'annex') AND conrelid <> 0
                AND NOT (SELECT relispartition FROM pg_class WHERE oid = conrelid) AND contype <> 'n'
            """,
            """
            SELECT concat_ws(' ', 'index', pg_get_indexdef(indexrelid)) FROM pg_index JOIN pg_class c ON c.oid = indexrelid
            WHERE c.relnamespace::regnamespace::text IN ('public', 'annex') AND NOT c.relispartition
                AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            """,
            "SELECT 'table ' || oid::regclass || ' comment ' || obj_description(oid) FROM pg_class WHERE obj_description(oid) <> '' AND relnamespace = 'public'::regnamespace",
            "SELECT concat_ws(' ', 'sequence', sequencename, start_value, increment_by, min_value, max_value, cycle, cache_size) FROM pg_sequences WHERE sequencename NOT LIKE '%id_seq'",
            "SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname",
            "SELECT 'view ' || table_name || ' ' || string_agg(column_name, ',' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name IN (SELECT viewname FROM pg_views WHERE schemaname = 'public') GROUP BY table_name",
            "SELECT concat_ws(' ', 'partitioned', partrelid::regclass, pg_get_partkeydef(partrelid)) FROM pg_partitioned_table",
            "SELECT concat_ws(' ', 'partition', oid::regclass, pg_get_expr(relpartbound, oid)) FROM pg_class WHERE relispartition AND relkind = 'r'");

    static final Catalogue H2 = new Catalogue(
            """
            SELECT CONCAT_WS(' ', 'column', table_schema || '.' || table_name, column_name,
                CASE WHEN domain_name IS NOT NULL THEN domain_name ELSE data_type END,
                character_maximum_length,
                CASE WHEN data_type = 'NUMERIC' THEN numeric_precision || ',' || numeric_scale END,
                CASE is_nullable WHEN 'NO' THEN 'not null' END, 'identity ' || identity_generation,
                'default ' || column_default, 'as ' || generation_expression, 'comment ' || remarks)
            FROM information_schema.columns
            WHERE table_schema IN ('PUBLIC', 'ANNEX') AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE')
            """,
            """
            SELECT CONCAT_WS(' ', 'constraint', t.table_schema || '.' || t.table_name, t.constraint_name, t.constraint_type,
                (SELECT LISTAGG(k.column_name, ',') WITHIN GROUP (ORDER BY k.ordinal_position)
                    FROM information_schema.key_column_usage k WHERE k.constraint_name = t.constraint_name),
                c.check_clause, r.unique_constraint_name, 'on delete ' || r.delete_rule, 'on update ' || r.update_rule)
            FROM information_schema.table_constraints t
            LEFT JOIN information_schema.check_constraints c ON c.constraint_name = t.constraint_name
            LEFT JOIN information_schema.referential_constraints r ON r.constraint_name = t.constraint_name
            WHERE t.table_schema IN ('PUBLIC', 'ANNEX')
            """,
            """
            SELECT CONCAT_WS(' ', 'index', c.table_schema || '.' || c.table_name, c.index_name, CASE WHEN MAX(is_unique) THEN 'unique' END,
                LISTAGG(column_name || ' ' || ordering_specification, ', ') WITHIN GROUP (ORDER BY ordinal_position))
            FROM information_schema.index_columns c
            JOIN information_schema.indexes i ON i.index_name = c.index_name AND i.table_name = c.table_name
            WHERE i.table_schema IN ('PUBLIC', 'ANNEX') AND NOT i.is_generated
            GROUP BY c.table_schema, c.table_name, c.index_name
            """,
            "SELECT 'table ' || table_name || ' comment ' || remarks FROM information_schema.tables WHERE table_schema = 'PUBLIC' AND remarks <> ''",
            "SELECT CONCAT_WS(' ', 'sequence', sequence_name, start_value, increment, minimum_value, maximum_value, cycle_option, cache) FROM information_schema.sequences WHERE sequence_schema = 'PUBLIC' AND sequence_name NOT LIKE 'SYSTEM%'",
            "SELECT CONCAT_WS(' ', 'enum', object_name, LISTAGG(value_name, ',') WITHIN GROUP (ORDER BY value_ordinal)) FROM information_schema.enum_values WHERE object_type = 'DOMAIN' GROUP BY object_name",
            "SELECT CONCAT_WS(' ', 'view', table_name, (SELECT LISTAGG(column_name, ',') WITHIN GROUP (ORDER BY ordinal_position) FROM information_schema.columns c WHERE c.table_name = v.table_name)) FROM information_schema.views v WHERE table_schema = 'PUBLIC'");

    static final Catalogue MARIADB = new Catalogue(
            """
            SELECT CONCAT_WS(' ', 'column', table_name, column_name, column_type, IF(is_nullable = 'NO', 'not null', NULL),
                NULLIF(extra, ''), CONCAT('default ', REPLACE(column_default, CONCAT('`', DATABASE(), '`.'), '')), CONCAT('as ', generation_expression),
                IF(collation_name LIKE '%\\_bin', CONCAT('collate ', collation_name), NULL),
                CONCAT('comment ', NULLIF(column_comment, '')))
            FROM information_schema.columns c
            WHERE table_schema = DATABASE() AND EXISTS (SELECT 1 FROM information_schema.tables t
                WHERE t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE')
            """,
            """
            SELECT CONCAT_WS(' ', 'constraint', k.table_name, k.constraint_name,
                GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position), 'refers to', MIN(k.referenced_table_name),
                GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position),
                'on delete', MIN(r.delete_rule), 'on update', MIN(r.update_rule))
            FROM information_schema.key_column_usage k
            JOIN information_schema.referential_constraints r
                ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
            WHERE k.constraint_schema = DATABASE() GROUP BY k.table_name, k.constraint_name
            """,
            "SELECT CONCAT_WS(' ', 'constraint', table_name, constraint_name, 'check', check_clause) FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()",
            """
            SELECT CONCAT_WS(' ', 'index', table_name, index_name, IF(MIN(non_unique) = 0, 'unique', NULL), MIN(index_type),
                GROUP_CONCAT(CONCAT(column_name, ' ', IFNULL(collation, '-')) ORDER BY seq_in_index SEPARATOR ', '))
            FROM information_schema.statistics WHERE table_schema = DATABASE() GROUP BY table_name, index_name
            """,
            "SELECT CONCAT('table ', table_name, ' comment ', table_comment) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_comment <> ''",
            "SELECT CONCAT('sequence ', table_name) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'SEQUENCE'",
            "SELECT CONCAT_WS(' ', 'view', table_name, (SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM information_schema.columns c WHERE c.table_schema = DATABASE() AND c.table_name = v.table_name)) FROM information_schema.views v WHERE table_schema = DATABASE()",
            "SELECT CONCAT_WS(' ', 'partition', table_name, partition_name, partition_method, partition_expression, partition_description) FROM information_schema.partitions WHERE table_schema = DATABASE() AND partition_name IS NOT NULL");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> queries;

    private Catalogue(String... queries) {
        this.queries = List.of(queries);
    }

    List<String> lines(Engine engine) {
        return queries.stream()
                .flatMap(query -> engine
                        .execute(text(query).returning(TEXT))
                        .all()
                        .collectList()
                        .blockOptional(PATIENCE)
                        .orElseThrow()
                        .stream())
                .map(line -> line.replaceAll("\\s*\\R\\s*", " "))
                .sorted()
                .toList();
    }
}
