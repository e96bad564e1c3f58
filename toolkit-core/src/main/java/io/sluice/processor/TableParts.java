package io.sluice.processor;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What is said of a table beside its columns: indexes, keys, checks, partitions, a comment. */
final class TableParts {
    private static final Pattern TERM = Pattern.compile("(.*?)(?:\\s+(asc|desc))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[\\w.]+");

    /** How a value that an annotation says as text is checked, and written. */
    private static final Map<String, UnaryOperator<String>> LITERALS = Map.of(
            "String", Java::literal,
            "Integer", text -> String.valueOf(Integer.parseInt(text)),
            "Short", text -> "(short) " + Short.parseShort(text),
            "Long", text -> Long.parseLong(text) + "L",
            "BigDecimal",
                    text -> "new %s(%s)"
                            .formatted(Java.ref("java.math.BigDecimal"), Java.literal(new BigDecimal(text).toString())),
            "LocalDate", text -> parsed("LocalDate", LocalDate.parse(text)),
            "LocalDateTime", text -> parsed("LocalDateTime", LocalDateTime.parse(text)),
            "Instant", text -> parsed("Instant", Instant.parse(text)));

    private final Model model;
    private final EntityModel entity;
    private final Consumer<Runnable> attempt;

    TableParts(Model model, EntityModel entity, Consumer<Runnable> attempt) {
        this.model = model;
        this.entity = entity;
        this.attempt = attempt;
    }

    private static String parsed(String type, Object value) {
        return "%s.parse(%s)".formatted(Java.ref("java.time." + type), Java.literal(value.toString()));
    }

    void add() {
        Mark table = Mark.jakarta(entity.type, "Table").orElse(null);
        if (table != null) {
            table.marks("indexes").forEach(index -> attempt.accept(() -> addIndex(index)));
            table.marks("uniqueConstraints").forEach(key -> attempt.accept(() -> addUniqueKey(key)));
            table.marks("check").forEach(check -> attempt.accept(() -> addCheck(entity.type, check, "")));
            if (table.textOrNull("comment") != null) {
                declare("%s.of(%s)".formatted(Java.schema("TableComment"), Java.literal(table.text("comment"))));
            }
        }
        Fields.of(model, entity.type).stream()
                .filter(this::isOwn)
                .forEach(field -> attempt.accept(() -> addChecks(field, "")));
        for (Mark index : Mark.repeated(entity.type, Mark.OURS + "SqlIndex", Mark.OURS + "SqlIndexes")) {
            attempt.accept(() -> addSqlIndex(index));
        }
        Mark.ours(entity.type, "Partitioned").ifPresent(mark -> attempt.accept(() -> addPartitions(mark)));
    }

    private void declare(String part) {
        entity.parts.add("declare(%s);".formatted(part));
    }

    private void addIndex(Mark index) {
        List<String> terms = new ArrayList<>();
        for (String term : index.text("columnList").split(",", -1)) {
            terms.add(term(index, term));
        }
        declare("%s.on(%s)%s%s"
                .formatted(
                        Java.schema("Index"),
                        String.join(", ", terms),
                        index.flag("unique") ? ".unique()" : "",
                        named(index)));
    }

    private void addSqlIndex(Mark index) {
        String terms =
                index.texts("value").stream().map(term -> term(index, term)).collect(Collectors.joining(", "));
        String method = index.textOrNull("method");
        String where = index.textOrNull("where");
        declare("%s.on(%s)%s%s%s%s"
                .formatted(
                        Java.schema("Index"),
                        terms,
                        index.flag("unique") ? ".unique()" : "",
                        method == null ? "" : ".using(%s)".formatted(Java.literal(method)),
                        where == null
                                ? ""
                                : ".where(%s)"
                                        .formatted(SqlText.expression(
                                                entity, entity.type, index, where, Java.types("BOOLEAN"))),
                        named(index)));
    }

    /** A column or an expression, and its direction. */
    private String term(Mark mark, String text) {
        Matcher term = TERM.matcher(text.trim());
        if (!term.matches() || term.group(1).isEmpty()) {
            throw new MappingError(
                    entity.type, mark, "%s: an index names at least one column".formatted(entity.type.getSimpleName()));
        }
        String what = term.group(1);
        String code = NAME.matcher(what).matches()
                ? SqlText.path(entity, entity.type, mark, what)
                : SqlText.expression(entity, entity.type, mark, what, Java.types("TEXT"));
        return term.group(2) == null ? code : code + "." + term.group(2).toLowerCase(Locale.ROOT) + "()";
    }

    private void addUniqueKey(Mark key) {
        String columns = key.texts("columnNames").stream()
                .map(name -> SqlText.path(entity, entity.type, key, name))
                .collect(Collectors.joining(", "));
        declare("%s.of(%s)%s".formatted(Java.schema("UniqueKey"), columns, named(key)));
    }

    /** What an entity above has is in its table, or said there. */
    private boolean isOwn(Field field) {
        TypeElement parent = Inheritance.parentOf(entity.type);
        return !field.isToOne()
                && !field.isToMany()
                && (parent == null
                        || !Fields.lineage(parent).contains(field.element().getEnclosingElement()));
    }

    /** Those of a column, or of the columns of an embeddable, which speak of each other by their names there. */
    private void addChecks(Field field, String within) {
        TypeElement type = Model.elementOf(field.type());
        if (type != null && Mark.isJakarta(type, "Embeddable")) {
            Map<String, Mark> overrides = Fields.overrides(field.element());
            Fields.of(model, type)
                    .forEach(inside ->
                            addChecks(inside.with(overrides.get(inside.name())), within + field.name() + "."));
        } else if (field.column() != null) {
            field.column()
                    .marks("check")
                    .forEach(check -> attempt.accept(() -> addCheck(field.element(), check, within)));
        }
    }

    private void addCheck(Element at, Mark check, String within) {
        declare("%s.of(%s)%s"
                .formatted(
                        Java.schema("Check"),
                        SqlText.expression(entity, at, check, check.text("constraint"), Java.types("BOOLEAN"), within),
                        named(check)));
    }

    private static String named(Mark mark) {
        String name = mark.textOrNull("name");
        return name == null ? "" : ".named(%s)".formatted(Java.literal(name));
    }

    private void addPartitions(Mark mark) {
        Inheritance inheritance = entity.inheritance;
        if (inheritance != null && inheritance.isSingleTable() && inheritance.parent() != null) {
            throw wrong(
                    mark,
                    "it is stored in the table of %s; move it there"
                            .formatted(inheritance.root().getSimpleName()));
        }
        String attribute = mark.text("attribute");
        String path = SqlText.path(entity, entity.type, mark, attribute);
        ColumnModel column = entity.columns.stream()
                .filter(each -> EntityModel.inCode(each.path()).equals(path))
                .findFirst()
                .orElseThrow(() -> wrong(mark, "%s has no column of its own".formatted(attribute)));
        String by = mark.constant("by");
        StringBuilder code = new StringBuilder(Java.schema("Partitioning"));
        if (by.equals("HASH")) {
            int count = mark.number("count");
            if (count < 1) {
                throw wrong(mark, "by HASH needs a count of partitions, such as count = 4");
            }
            code.append(".byHash(%s, %s, %d)"
                    .formatted(path, Java.literal(TableNames.of(entity.type).name() + "_p"), count));
        } else {
            code.append(by.equals("RANGE") ? ".byRange(" : ".byList(")
                    .append(path)
                    .append(')');
        }
        for (Mark partition : mark.marks("value")) {
            code.append(partition(mark, partition, by, column));
        }
        String rest = mark.textOrNull("rest");
        if (rest != null) {
            code.append(".rest(%s)".formatted(Java.literal(rest)));
        }
        declare(code.toString());
    }

    private String partition(Mark all, Mark partition, String by, ColumnModel column) {
        String name = Java.literal(partition.text("name"));
        List<String> values = partition.texts("values");
        if (by.equals("LIST") && !values.isEmpty()) {
            return ".partition(%s, %s.of(%s))"
                    .formatted(
                            name,
                            Java.ref("java.util.List"),
                            values.stream()
                                    .map(value -> literal(all, column, value))
                                    .collect(Collectors.joining(", ")));
        }
        if (by.equals("RANGE") && values.isEmpty()) {
            return ".partition(%s, %s, %s)"
                    .formatted(
                            name,
                            literal(all, column, partition.textOrNull("from")),
                            literal(all, column, partition.textOrNull("to")));
        }
        throw wrong(all, "a partition by RANGE says from and to, one by LIST says values, and HASH names none");
    }

    private String literal(Mark mark, ColumnModel column, @Nullable String text) {
        if (text == null) {
            return "null";
        }
        String type = column.type().javaType();
        String simple = type.substring(type.lastIndexOf('.') + 1).replace(String.valueOf(Java.CLOSE), "");
        UnaryOperator<String> writing = LITERALS.get(simple);
        if (writing == null) {
            throw wrong(mark, "values of type %s cannot be said in an annotation".formatted(simple));
        }
        try {
            return writing.apply(text);
        } catch (RuntimeException e) {
            throw wrong(mark, "%s is no %s".formatted(Java.literal(text), simple));
        }
    }

    private MappingError wrong(Mark mark, String why) {
        return new MappingError(entity.type, mark, "%s: @Partitioned: %s".formatted(entity.type.getSimpleName(), why));
    }
}
