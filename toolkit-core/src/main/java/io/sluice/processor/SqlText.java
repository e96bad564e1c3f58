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
        return expression(entity, at, mark, text, type, "");
    }

    /**
     * The same where names are first those inside of an embedded attribute.
     *
     * @param within its path, with a dot behind it; empty for the entity
     */
    static String expression(EntityModel entity, Element at, Mark mark, String text, String type, String within) {
        if (text.isBlank()) {
            throw new MappingError(at, mark, "%s: there is no SQL; say an expression".formatted(title(entity, at)));
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
                arguments.add(
                        ", " + path(entity, at, mark, entity.paths.containsKey(within + name) ? within + name : name));
            }
        }
        template.append(text.substring(from));
        return "%s.template(%s, %s%s)"
                .formatted(Java.sql("Sql"), Java.literal(template.toString()), type, String.join("", arguments));
    }

    private static String title(EntityModel entity, Element at) {
        String name = entity.type.getSimpleName().toString();
        return at.equals(entity.type) ? name : name + "." + at.getSimpleName();
    }

    /** How code says the column of an attribute, or of a column by its own name. */
    static String path(EntityModel entity, Element at, Mark mark, String name) {
        String path = entity.paths.get(name);
        if (path != null) {
            return EntityModel.inCode(path);
        }
        return entity.columns.stream()
                .filter(column -> column.name().equals(name) && !column.path().isEmpty())
                .findFirst()
                .map(column -> EntityModel.inCode(column.path()))
                .orElseThrow(() -> new MappingError(
                        at,
                        mark,
                        "%s: there is neither an attribute nor a column %s; there are %s"
                                .formatted(title(entity, at), name, entity.paths.keySet())));
    }
}
