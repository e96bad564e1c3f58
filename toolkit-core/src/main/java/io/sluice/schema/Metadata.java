package io.sluice.schema;

import io.sluice.sql.Reference;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.Qualifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What belongs together: tables, each found by its name, and the sequences, enum types, schemas and views beside them.
 *
 * <pre>{@code
 * Metadata shop = Metadata.of(CUSTOMERS, ORDERS, ORDER_NUMBERS);
 * engine.execute(shop.createAll()).done();
 * }</pre>
 */
public final class Metadata implements Iterable<Table> {
    private final List<SchemaObject> objects;
    private final Map<Qualifier, Table> tables;
    private final NamingConvention naming;

    private Metadata(List<SchemaObject> objects, NamingConvention naming) {
        this.objects = objects;
        this.naming = naming;
        this.tables = new LinkedHashMap<>();
        objects.forEach(object -> {
            if (object instanceof Table table) {
                add(table);
            }
        });
    }

    public static Metadata of(SchemaObject... objects) {
        return new Metadata(List.of(objects), NamingConvention.STANDARD);
    }

    private void add(Table table) {
        if (table.tableName().alias() != null) {
            throw new StatementException("metadata holds tables, and %s is an alias of one".formatted(table));
        }
        for (Table needed : table.definedBy()) {
            Table present = tables.putIfAbsent(needed.table(), needed);
            boolean isNamedTwice =
                    present != null && needed == table && objects.indexOf(table) != objects.lastIndexOf(table);
            if (isNamedTwice || (present != null && present != needed)) {
                throw new StatementException("metadata has two tables named %s".formatted(needed));
            }
        }
    }

    /** The same, whose keys, checks and indexes without a name are called in another way. */
    public Metadata naming(NamingConvention convention) {
        return new Metadata(objects, convention);
    }

    /** The same tables in another schema; what is no table stays where it is. */
    public Metadata inSchema(String schema) {
        return new Metadata(
                objects.stream()
                        .map(object -> object instanceof Table table ? table.inSchema(schema) : object)
                        .toList(),
                naming);
    }

    public Table table(String name) {
        return table(TableName.of(name));
    }

    public Table table(TableName name) {
        Table found = tables.get(name.identity());
        if (found == null) {
            throw new StatementException(
                    "there is no table %s in this metadata; it has %s".formatted(name, tables.values()));
        }
        return found;
    }

    /** The tables, each after those it refers to; where they refer to each other in a circle, that cannot hold for all. */
    public List<Table> tables() {
        return order().tables();
    }

    /** As {@link #tables}. */
    @Override
    public Iterator<Table> iterator() {
        return tables().iterator();
    }

    /**
     * Creates everything: tables after those they refer to, foreign keys that close a circle at last, and enum types that
     * columns use before all of them. Skips what is there, unless {@link Definition#strict} is added.
     */
    public Definition createAll() {
        CreationOrder order = order();
        List<DefinitionNode> steps = new ArrayList<>();
        creationOf(Schema.class, steps);
        enumTypes().forEach(type -> steps.addAll(type.create().tree().steps()));
        sequences().forEach(sequence -> steps.addAll(sequence.create().tree().steps()));
        List<DefinitionNode> late = new ArrayList<>();
        for (Table table : order.tables()) {
            steps.add(new DefinitionNode.CreateTable(TableNodes.of(table, naming, key -> !order.isLate(table, key))));
            table.foreignKeys().forEach(key -> requireTarget(table, key));
            for (ForeignKey key : table.keys()) {
                if (order.isLate(table, key)) {
                    late.add(new DefinitionNode.AddForeignKey(table.identity(), key.node(table, naming)));
                }
            }
        }
        steps.addAll(late);
        creationOf(View.class, steps);
        return Definition.lenient(steps);
    }

    /** A target that is not here may be elsewhere in the database. */
    private void requireTarget(Table owner, Reference key) {
        Table target = tables.get(key.table());
        for (int i = 0; target != null && i < key.columns().size(); i++) {
            Column<?> column = owner.columnNamed(key.columns().get(i));
            Column<?> referred = target.columnNamed(key.keyColumns().get(i));
            ForeignKey.requireSameKind(column, referred);
        }
    }

    /** Drops everything in the reverse order of {@link #createAll}. Skips what is gone, unless {@link Definition#strict} is added. */
    public Definition dropAll() {
        List<DefinitionNode> steps = new ArrayList<>();
        for (DefinitionNode step : createAll().tree().steps()) {
            steps.add(0, Reversal.of(step));
        }
        return Definition.lenient(steps);
    }

    /** Creates one of the tables, in the names that this metadata gives. */
    public Definition create(Table table) {
        return Definition.of(new DefinitionNode.CreateTable(TableNodes.of(member(table), naming)));
    }

    /** What rows must keep to, table by table, in the names that this metadata gives. */
    public List<DeclaredConstraint> constraints() {
        return tables.values().stream()
                .filter(table -> !(table instanceof View))
                .flatMap(table -> TableNodes.constraintsOf(table, naming).stream())
                .toList();
    }

    private Table member(Table table) {
        return table(table.tableName());
    }

    private CreationOrder order() {
        return CreationOrder.of(tables.values().stream()
                .filter(table -> !(table instanceof View))
                .toList());
    }

    private void creationOf(Class<? extends SchemaObject> kind, List<DefinitionNode> steps) {
        objects.stream()
                .filter(kind::isInstance)
                .forEach(object -> steps.addAll(object.create().tree().steps()));
    }

    /** Those named here, and those that columns count by. */
    private Collection<Sequence> sequences() {
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        objects.forEach(object -> {
            if (object instanceof Sequence sequence) {
                sequences.put(sequence.toString(), sequence);
            }
        });
        for (Table table : order().tables()) {
            for (Column<?> column : table.columns()) {
                Sequence sequence = column.sequence();
                if (sequence != null) {
                    sequences.putIfAbsent(sequence.toString(), sequence);
                }
            }
        }
        return sequences.values();
    }

    /** Those named here, and those that columns use. */
    private List<EnumType> enumTypes() {
        Map<String, EnumType> types = new LinkedHashMap<>();
        objects.forEach(object -> {
            if (object instanceof EnumType type) {
                types.put(type.name(), type);
            }
        });
        for (Table table : order().tables()) {
            for (Column<?> column : table.columns()) {
                EnumType.usedBy(column.type()).ifPresent(type -> {
                    EnumType known = types.putIfAbsent(type.name(), type);
                    if (known != null && !known.equals(type)) {
                        throw new StatementException("%s uses an enum type %s with the labels %s, and another has %s"
                                .formatted(column, type.name(), type.labels(), known.labels()));
                    }
                });
            }
        }
        return List.copyOf(types.values());
    }

    @Override
    public String toString() {
        return Arrays.toString(objects.toArray());
    }
}
