package io.sluice.tpch;

import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Orders.ORDERS;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Partsupp.PARTSUPP;
import static io.sluice.tpch.Region.REGION;
import static io.sluice.tpch.Supplier.SUPPLIER;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.schema.Column;
import io.sluice.schema.Metadata;
import io.sluice.schema.Table;
import io.sluice.test.database.Template;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.Distributions;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.PartGenerator;
import io.trino.tpch.PartSupplierGenerator;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.SupplierGenerator;
import io.trino.tpch.TextPool;
import io.trino.tpch.TpchEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Flux;

/** The tables of TPC-H and a hundredth of its smallest size of data, as SQL for a template: some 87,000 rows. */
final class TpchData {
    private static final double SCALE = 0.01;
    private static final int ROWS_PER_INSERT = 1000;

    /** Comments are cut from this text; the usual one has 300 MB and takes longer to make than all the queries to run. */
    private static final TextPool TEXT = new TextPool(4 << 20, Distributions.getDefaultDistributions());

    private static final Metadata TABLES =
            Metadata.of(REGION, NATION, SUPPLIER, PART, PARTSUPP, CUSTOMER, ORDERS, LINEITEM);

    /** The same for every database, and made once. */
    private static final Map<Table, List<String>> INSERTS = inserts();

    private TpchData() {}

    static Template template(Dialect dialect) {
        List<String> sql = new ArrayList<>();
        for (Table table : TABLES.tables()) {
            sql.add(createTable(table, dialect));
            sql.addAll(INSERTS.getOrDefault(table, List.of()));
        }
        // so few suppliers give nobody a reason to complain, and a query that leaves such out nothing to leave out
        sql.add("UPDATE supplier SET s_comment = 'Customer and other Complaints' WHERE s_suppkey <= 5");
        sql.add("CREATE INDEX lineitem_part ON lineitem (l_partkey)");
        sql.add("CREATE INDEX orders_customer ON orders (o_custkey)");
        sql.add(countRows(dialect));
        return new Template(sql);
    }

    /** Left to itself, a database counts when it likes, and until then may choose plans that take minutes. */
    private static String countRows(Dialect dialect) {
        String tables = TABLES.tables().stream().map(Table::toString).collect(Collectors.joining(", "));
        return dialect == Dialects.MARIADB ? "ANALYZE TABLE " + tables : "ANALYZE";
    }

    private static Map<Table, List<String>> inserts() {
        Distributions words = Distributions.getDefaultDistributions();
        return Map.of(
                REGION, inserts(REGION, new RegionGenerator(words, TEXT)),
                NATION, inserts(NATION, new NationGenerator(words, TEXT)),
                SUPPLIER, inserts(SUPPLIER, new SupplierGenerator(SCALE, 1, 1, words, TEXT)),
                PART, inserts(PART, new PartGenerator(SCALE, 1, 1, words, TEXT)),
                PARTSUPP, inserts(PARTSUPP, new PartSupplierGenerator(SCALE, 1, 1, TEXT)),
                CUSTOMER, inserts(CUSTOMER, new CustomerGenerator(SCALE, 1, 1, words, TEXT)),
                ORDERS, inserts(ORDERS, new OrderGenerator(SCALE, 1, 1, words, TEXT)),
                LINEITEM, inserts(LINEITEM, new LineItemGenerator(SCALE, 1, 1, words, TEXT)));
    }

    private static String createTable(Table table, Dialect dialect) {
        String columns = table.columns().stream()
                .map(column -> column.name() + " " + typeName(column, dialect) + " NOT NULL, ")
                .collect(Collectors.joining());
        String key =
                table.primaryKeyColumns().stream().<String>map(Column::name).collect(Collectors.joining(", "));
        return "CREATE TABLE %s (%sPRIMARY KEY (%s))".formatted(table, columns, key);
    }

    /** H2 pads {@code char} with blanks, and in lists it then compares them too. */
    private static String typeName(Column<?> column, Dialect dialect) {
        SqlType<?> type = column.type();
        boolean isPadded = dialect == Dialects.H2 && type.kind() == Kind.CHAR;
        return dialect.typeName(isPadded ? varchar(type.length()) : type);
    }

    private static List<String> inserts(Table table, Iterable<? extends TpchEntity> rows) {
        String begin = "INSERT INTO %s VALUES ".formatted(table);
        return Flux.fromStream(StreamSupport.stream(rows.spliterator(), false))
                .map(row -> literals(table, row))
                .buffer(ROWS_PER_INSERT)
                .map(batch -> begin + String.join(", ", batch))
                .toStream()
                .toList();
    }

    /** A generated line has the fields in the order of the columns, a bar after each. */
    private static String literals(Table table, TpchEntity row) {
        String[] fields = row.toLine().split("\\|", -1);
        List<String> literals = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            String field = fields[literals.size()];
            boolean isNumber = column.type().family().isNumeric();
            // H2's driver takes a semicolon for the end of the statement, also inside quotes
            literals.add(isNumber ? field : "'" + field.replace("'", "''").replace(';', ',') + "'");
        }
        return "(" + String.join(", ", literals) + ")";
    }
}
