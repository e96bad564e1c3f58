package io.sluice.dialect;

import static io.sluice.schema.Columns.column;
import static io.sluice.sql.Sql.bind;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;

import io.sluice.schema.Table;
import io.sluice.sql.Parameter;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Atom.Template;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.Operation.ArrayOf;
import io.sluice.sql.tree.Predicate.InValues;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.SourceNode.TableRef;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.TextNode;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes a tree of every kind of node, and all trees that differ from one in a single component, by reflection. */
final class Trees {
    private static final ColumnRef COLUMN = new ColumnRef(null, "c");
    private static final Bind LIST = new Bind(List.of(1, 2), SqlTypes.array(SqlTypes.INTEGER));
    private static final Table TABLE = Table.named("t", column("c", SqlTypes.TEXT));
    private static final Parameter<String> PARAMETER = param("p", SqlTypes.TEXT);

    private Trees() {}

    /** Every record among what a sealed family permits. */
    static Set<Class<?>> recordsOf(Class<?> family) {
        Set<Class<?>> records = new LinkedHashSet<>();
        if (family.isRecord()) {
            records.add(family);
        }
        Class<?>[] permitted = family.getPermittedSubclasses();
        if (permitted != null) {
            Arrays.stream(permitted).map(Trees::recordsOf).forEach(records::addAll);
        }
        return records;
    }

    static Object make(Class<?> type) {
        if (type == Bind.class) {
            return new Bind("v", SqlTypes.TEXT);
        }
        if (type == TextNode.class) {
            return new TextNode(
                    List.of("SELECT ", ""),
                    List.of(new Bind("v", SqlTypes.TEXT)),
                    List.of(new ResultItem(COLUMN, null, SqlTypes.TEXT)));
        }
        if (type == Template.class) {
            return new Template(List.of("f(", ")"), List.of(COLUMN));
        }
        if (type == InValues.class) {
            return new InValues(COLUMN, LIST, false);
        }
        if (type == ArrayOf.class) {
            return new ArrayOf(List.of(COLUMN), SqlTypes.array(SqlTypes.TEXT));
        }
        if (type == FromItem.class) {
            return new FromItem(JoinType.LIST, new TableRef(null, "t", null), null);
        }
        if (type == BatchNode.class) {
            return deleteFrom(TABLE)
                    .where(PARAMETER.eq("x"))
                    .forEach(List.of("v", "w"), bind(PARAMETER, text -> text))
                    .tree();
        }
        return type.isRecord() ? make(type.getRecordComponents(), type) : simplest(type);
    }

    private static Object make(RecordComponent[] components, Class<?> type) {
        return construct(
                type,
                Arrays.stream(components)
                        .map(component -> ofType(component.getGenericType()))
                        .toArray());
    }

    private static Object ofType(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() != SqlType.class) {
            Object element = ofType(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Chain.class ? Chain.of(element, element) : List.of(element, element);
        }
        return make(type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type);
    }

    private static Object simplest(Class<?> type) {
        if (type == Expr.class) {
            return COLUMN;
        }
        if (type == QueryNode.class || type == StatementNode.class) {
            return make(TextNode.class);
        }
        if (type == SourceNode.class) {
            return make(TableRef.class);
        }
        if (type == String.class) {
            return "n";
        }
        if (type == SqlType.class) {
            return SqlTypes.TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 3L;
        }
        if (type == int.class) {
            return 3;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return make(recordsOf(type).iterator().next());
    }

    /** A statement around a node that is none. */
    static StatementNode statement(Object node) {
        if (node instanceof StatementNode statement) {
            return statement;
        }
        SelectNode bare = select(value("v")).tree();
        if (node instanceof SourceNode source) {
            return new SelectNode(
                    bare.with(),
                    bare.projection(),
                    Chain.of(new FromItem(JoinType.LIST, source, null)),
                    bare.where(),
                    bare.grouping(),
                    bare.tail(),
                    bare.locks());
        }
        return new SelectNode(
                bare.with(),
                bare.projection(),
                bare.from(),
                Chain.of((Expr) node),
                bare.grouping(),
                bare.tail(),
                bare.locks());
    }

    /** Gives every node that differs from this one in one component, however deep. */
    static void variants(Object node, Consumer<Object> variant) {
        if (node instanceof SqlType<?> type) {
            variant.accept(type.equals(SqlTypes.BIGINT) ? SqlTypes.DATE : SqlTypes.BIGINT);
        } else if (node instanceof Bind bind) {
            variant.accept(new Bind(bind.value() instanceof List ? List.of(7, 8) : "other", bind.type()));
            variant.accept(new Bind(bind.value(), SqlTypes.JSONB));
        } else if (node instanceof List<?> list) {
            listVariants(list, variant);
        } else if (node instanceof Record record) {
            recordVariants(record, variant);
        } else if (node instanceof Enum<?> constant) {
            Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                    .filter(other -> other != constant)
                    .forEach(variant);
        } else if (node instanceof String text) {
            variant.accept(text + "x");
        } else if (node instanceof Boolean flag) {
            variant.accept(!flag);
        } else if (node instanceof Long number) {
            variant.accept(number + 1);
        }
    }

    private static void recordVariants(Record record, Consumer<Object> variant) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values =
                Arrays.stream(components).map(each -> read(each, record)).toArray();
        for (int i = 0; i < components.length; i++) {
            int place = i;
            Consumer<Object> replaced = value -> {
                Object[] other = values.clone();
                other[place] = value;
                variant.accept(construct(record.getClass(), other));
            };
            if (values[i] != null) {
                variants(values[i], replaced);
            }
            if (isNullable(components[i]) && values[i] != null) {
                replaced.accept(null);
            } else if (values[i] == null) {
                replaced.accept(ofType(components[i].getGenericType()));
            }
            if (components[i].getType() == Expr.class) {
                replaced.accept(new ColumnRef(null, "another"));
            }
        }
    }

    private static void listVariants(List<?> list, Consumer<Object> variant) {
        for (int i = 0; i < list.size(); i++) {
            int place = i;
            variants(list.get(i), element -> {
                List<Object> other = new ArrayList<>(list);
                other.set(place, element);
                variant.accept(like(list, other));
            });
        }
        if (list.isEmpty()) {
            return;
        }
        variant.accept(like(list, list.subList(0, list.size() - 1)));
        List<Object> longer = new ArrayList<>(list);
        longer.add(list.get(0));
        variant.accept(like(list, longer));
    }

    private static Object like(List<?> list, List<?> elements) {
        return list instanceof Chain ? Chain.copyOf(elements) : List.copyOf(elements);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().getAnnotations().length > 0;
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object construct(Class<?> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("making " + type, e);
        }
    }
}
