package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Condition;
import io.sluice.sql.EntitySource;
import io.sluice.sql.Expression;
import io.sluice.sql.JoinPath.Hop;
import io.sluice.sql.Sortable;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity, whose key is a {@code K}. The processor writes a subclass for each entity class, with the
 * columns and relations as fields; it is a table like others to every statement, and {@code select(BOOK)} gives books.
 */
public abstract class EntityTable<E, K> extends Table implements EntitySource<E> {
    private final Class<E> entityClass;
    private final @Nullable EntityTable<? super E, ?> above;
    private final List<Attribute<E>> attributes = new ArrayList<>();
    private final List<Relation<E, ?>> relations = new ArrayList<>();
    private @Nullable Hierarchy<E> hierarchy;
    private @Nullable Mapper<E, K> mapper;

    protected EntityTable(TableName name, Class<E> entityClass) {
        this(name, entityClass, null);
    }

    /** With the table above it in a query for all kinds, if it is a part of one. */
    protected EntityTable(TableName name, Class<E> entityClass, @Nullable EntityTable<? super E, ?> above) {
        super(name);
        this.entityClass = entityClass;
        this.above = above;
    }

    // ---- what the processor writes

    /** The table without an alias, which stands for the entity itself. */
    protected abstract EntityTable<E, K> base();

    /** A new entity with nothing in it. */
    protected abstract E instantiate();

    /** Takes an attribute's value, or those of its columns, from a row. */
    protected abstract void set(E entity, int attribute, @Nullable Object[] row, int at);

    /** Puts an attribute's value, or those of its columns, into a row. */
    protected abstract void get(E entity, int attribute, @Nullable Object[] row, int at);

    /** What the entity holds for a relation. */
    protected @Nullable Object holder(E entity, int relation) {
        throw unknownRelation(relation);
    }

    /** What the entity holds for a column that is left out unless somebody asks for it. */
    protected @Nullable Object deferred(E entity, int attribute) {
        throw unknownAttribute(attribute);
    }

    /** Tells the entity that it was read. */
    protected void loaded(E entity) {}

    /** A key of the values of its columns. */
    protected abstract K key(@Nullable Object[] row, int at);

    /** The values of a key's columns. */
    protected abstract void key(K key, @Nullable Object[] row, int at);

    @Override
    public abstract EntityTable<E, K> as(String alias);

    /** The same as a part of a query for entities above, of which this is the table there. */
    protected EntityTable<E, K> below(EntityTable<? super E, ?> above, String alias) {
        return as(alias);
    }

    /**
     * One of those that inherit from this entity, as a query for all kinds has it: {@code select(PET).where(PET.kind(DOG).size.gt(3))}
     * finds those that are dogs and large.
     */
    @SuppressWarnings(
            "unchecked") // what stands beside this table is of the descendant's own class, which inherits from E
    public final <D extends EntityTable<? extends E, ?>> D kind(D descendant) {
        if (hierarchy == null || !hierarchy.isAbove(descendant)) {
            throw new StatementException(
                    "kind(%s): it does not inherit from %s".formatted(descendant.entityName(), entityName()));
        }
        return (D) hierarchy.beside(this, (EntityTable<E, ?>) descendant);
    }

    /** The table above, which holds what is inherited: under an alias of its own, or that of the query for all kinds. */
    @SuppressWarnings("unchecked") // a table's alias is of its own class, and so is what below(…) is given
    protected final <P extends EntityTable<? super E, ?>> P above(P declared) {
        return (P) (above == null ? declared.as(part(declared.tableName().name())) : above);
    }

    protected final IllegalArgumentException unknownAttribute(int attribute) {
        return new IllegalArgumentException("%s has no attribute %d".formatted(entityName(), attribute));
    }

    protected final IllegalArgumentException unknownRelation(int relation) {
        return new IllegalArgumentException("%s has no relation %d".formatted(entityName(), relation));
    }

    /** Declares a field of the entity; their order is the numbers that the accessors take. */
    protected final void attribute(String name, Attribute.Role role, Expression<?>... columns) {
        attributes.add(new Attribute<>(this, name, role, attributes.size(), List.of(columns)));
    }

    /** Declares that an insert leaves an attribute out. */
    protected final void notInserted(String attribute) {
        attributes.replaceAll(known -> known.name().equals(attribute) ? known.notInserted() : known);
    }

    /** Declares that an update leaves an attribute out. */
    protected final void notUpdated(String attribute) {
        attributes.replaceAll(known -> known.name().equals(attribute) ? known.notUpdated() : known);
    }

    /** Declares a relation whose foreign key stands here. */
    protected final <T> ToOneRelation<E, T> toOne(
            String name,
            Supplier<? extends EntityTable<T, ?>> target,
            List<Column<?>> foreignKey,
            RelationOption... options) {
        return added(new ToOneRelation<>(
                this, name, relations.size(), new Link.Here<>(target, List.copyOf(foreignKey)), options));
    }

    /** Declares a relation to the one entity that refers to this one. */
    protected final <T> ToOneRelation<E, T> toOneMappedBy(
            String name, Supplier<? extends ToOneRelation<T, ? super E>> mappedBy, RelationOption... options) {
        return added(new ToOneRelation<>(this, name, relations.size(), new Link.There<>(mappedBy), options));
    }

    /** Declares a relation to the entities that refer to this one. */
    protected final <T> ToManyRelation<E, T> toManyMappedBy(
            String name, Supplier<? extends ToOneRelation<T, ? super E>> mappedBy, RelationOption... options) {
        return added(new ToManyRelation<>(this, name, relations.size(), new Link.There<>(mappedBy), options));
    }

    /** Declares a relation over a table between the two, with the columns for the key here and for the key there. */
    protected final <T> ToManyRelation<E, T> manyToMany(
            String name,
            Supplier<? extends EntityTable<T, ?>> target,
            TableName between,
            List<String> here,
            List<String> there,
            RelationOption... options) {
        var table = new JoinTable(between, List.copyOf(here), List.copyOf(there), this::base, target);
        return added(new ToManyRelation<>(this, name, relations.size(), new Link.Between<>(target, table), options));
    }

    /** Declares the other side of a relation over a table between the two. */
    protected final <T> ToManyRelation<E, T> manyToManyMappedBy(
            String name, Supplier<? extends ToManyRelation<T, ? super E>> mappedBy, RelationOption... options) {
        return added(new ToManyRelation<>(this, name, relations.size(), new Link.BetweenThere<>(mappedBy), options));
    }

    /** Declares again a relation over a table between, which is that of the entity above. */
    protected final <T> ToManyRelation<E, T> manyToMany(
            String name, ToManyRelation<? super E, T> inherited, RelationOption... options) {
        return added(new ToManyRelation<>(
                this, name, relations.size(), new Link.Between<>(inherited::target, inherited.joinTable()), options));
    }

    private <R extends Relation<E, ?>> R added(R relation) {
        relations.add(relation);
        return relation;
    }

    /** Declares the order of a collection, by columns of what its target is called in a query. */
    @SuppressWarnings("unchecked") // a target's alias is of its own class
    protected static <T extends EntityTable<?, ?>> RelationOption orderedBy(
            Function<T, List<? extends Sortable>> terms) {
        return new RelationOption.OrderedBy(target -> terms.apply((T) target));
    }

    protected static RelationOption loadedBy(LoadStrategy strategy) {
        return new RelationOption.LoadedBy(strategy);
    }

    /** Declares how the entity stands to those it inherits from, and to those that inherit from it. */
    protected final void inherits(Hierarchy<E> declared) {
        hierarchy = declared;
    }

    // ---- what it is

    @Override
    public final Class<E> entityClass() {
        return entityClass;
    }

    @Override
    public final String entityName() {
        return entityClass.getSimpleName();
    }

    /** What the entity maps, and the way between its objects and rows. */
    public final Mapper<E, K> mapper() {
        Mapper<E, K> known = mapper;
        if (known == null) {
            known = new Mapper<>(this);
            mapper = known;
        }
        return known;
    }

    /** An entity by its key, to refer to it without loading it. */
    public final EntityReference<E> reference(K key) {
        return new EntityReference<>(this, Objects.requireNonNull(key, "key"));
    }

    /** The key of what a relation refers to, known without loading it; null if there is none. */
    @SuppressWarnings("unchecked") // a relation to this entity holds its keys
    public final @Nullable K keyOf(ToOne<? extends E> relation) {
        return (K) relation.key();
    }

    @Override
    public final @Nullable E read(@Nullable Object[] row, int offset) {
        return mapper().read(row, offset);
    }

    @Override
    public final List<Hop> parts() {
        return hierarchy == null ? List.of() : hierarchy.parts(this);
    }

    @Override
    public final List<Hop> variants() {
        return hierarchy == null ? List.of() : hierarchy.variants(this);
    }

    @Override
    public final @Nullable Condition restriction() {
        return hierarchy == null ? null : hierarchy.restriction(this);
    }

    @Override
    public final boolean holds(EntitySource<?> other) {
        return other instanceof EntityTable<?, ?> entity
                && entity.root() == root()
                && (entityClass.isAssignableFrom(entity.entityClass)
                        || entity.entityClass.isAssignableFrom(entityClass))
                && Objects.equals(entity.tableName().alias(), tableName().alias());
    }

    @Override
    protected final List<ResultItem> selectedItems() {
        return mapper().items();
    }

    @Override
    protected final List<Table> definedBy() {
        List<Table> tables = new ArrayList<>();
        tables.add(hierarchy == null ? this : hierarchy.definedBy(this));
        for (Relation<E, ?> relation : relations) {
            if (relation.link() instanceof Link.Between<?, ?> between) {
                tables.add(between.table().table());
            }
        }
        return tables;
    }

    final List<Attribute<E>> attributes() {
        return attributes;
    }

    final List<Relation<E, ?>> relations() {
        return relations;
    }

    /** What its table's discriminator says of it; null if its class is abstract, or stands alone. */
    final @Nullable Object discriminatorValue() {
        return hierarchy == null ? null : hierarchy.value();
    }

    final @Nullable Hierarchy<E> hierarchy() {
        return hierarchy;
    }

    /** The topmost entity, by whose keys all that inherit from it are told apart. */
    public final EntityTable<?, ?> root() {
        EntityTable<E, K> self = base();
        return self.hierarchy == null ? self : self.hierarchy.root(self);
    }

    /** The table of the class that an entity really is. */
    @SuppressWarnings("unchecked") // it was found by the entity's class
    final EntityTable<E, ?> concrete(E entity) {
        return hierarchy == null ? this : (EntityTable<E, ?>) hierarchy.concrete(this, entity.getClass());
    }

    /** The foreign key of a relation that this table has, or inherits, as it is called here. */
    final List<Column<?>> foreignKeyOf(ToOneRelation<?, ?> mapped) {
        for (Relation<E, ?> relation : relations) {
            if (relation instanceof ToOneRelation<E, ?> own && own.name().equals(mapped.name())) {
                return own.foreignKey();
            }
        }
        return mapped.foreignKey();
    }

    /** What a table that belongs to this one is called beside it. */
    protected final String part(String name) {
        return Aliases.of(sourceNode().qualifier().name(), name);
    }

    /** How Java calls it: {@code LINE_ITEM}. */
    final String constantName() {
        return entityName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    final String variableName() {
        return entityName().substring(0, 1).toLowerCase(Locale.ROOT)
                + entityName().substring(1);
    }

    /** As {@code Author#1}, of an entity that a relation holds. */
    @SuppressWarnings("unchecked") // a relation holds entities of its target
    static String nameOf(@Nullable Member<?> member, Object entity) {
        if (member instanceof Relation<?, ?> relation) {
            return ((EntityTable<Object, ?>) relation.target()).mapper().describe(entity);
        }
        return entity.getClass().getSimpleName();
    }
}
