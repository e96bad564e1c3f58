package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/** SQL of a user's, in which names of attributes stand in braces. */
final class SqlText {
    private static final Pattern GAP = Pattern.compile("\\{([\\w.]*)}");

    private SqlText() {}

    /** The code that makes an expression of it. */
    static String expression(EntityModel entity, Element at, Mark mark, String text, String type) {
        if (text.isBlank()) {
            throw new MappingError(at, mark, "%s: there is no SQL; say an expression".formatted(at.getSimpleName()));
        }
        List<String> arguments = new ArrayList<>();
        StringBuilder template = new StringBuilder();
        Matcher gaps = GAP.matcher(text);
        int from = 0;
        while (gaps.find()) {
            template.append(text, from, gaps.start());
            from = gaps.end();
            String name = gaps.group(1);
            if (name.isEmpty()) {
                template.append("{{}}");
            } else {
                template.append("{}");
                arguments.add(", " + path(entity, at, mark, name));
            }
        }
        template.append(text.substring(from));
        return "%s.template(%s, %s%s)"
                .formatted(Java.sql("Sql"), Java.literal(template.toString()), type, String.join("", arguments));
    }

    /** How code says the column of an attribute, or of a column by its own name. */
    static String path(EntityModel entity, Element at, Mark mark, String name) {
        String path = entity.paths.get(name);
        if (path != null) {
            return path;
        }
        return entity.columns.stream()
                .filter(column -> column.name().equals(name) && !column.path().isEmpty())
                .findFirst()
                .map(ColumnModel::path)
                .orElseThrow(() -> new MappingError(
                        at,
                        mark,
                        "%s: %s has neither an attribute nor a column %s; it has %s"
                                .formatted(
                                        at.getSimpleName(), entity.type.getSimpleName(), name, entity.paths.keySet())));
    }
}
