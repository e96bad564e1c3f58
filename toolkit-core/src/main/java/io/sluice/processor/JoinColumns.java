package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the join columns of a relation say beside their names. */
final class JoinColumns {
    private JoinColumns() {}

    static List<Mark> of(Field relation) {
        return Mark.repeated(relation.element(), Mark.JAKARTA + "JoinColumn", Mark.JAKARTA + "JoinColumns");
    }

    /** That of a column, by its name, or the only one, which need not have a name. */
    private static @Nullable Mark named(Field relation, String column) {
        List<Mark> all = of(relation);
        return all.stream()
                .filter(mark -> mark.text("name").equals(column))
                .findFirst()
                .orElse(all.size() == 1 ? all.get(0) : null);
    }

    static boolean isUnique(Field relation, String column) {
        Mark mark = named(relation, column);
        return mark != null && mark.flag("unique");
    }

    static @Nullable String comment(Field relation, String column) {
        Mark mark = named(relation, column);
        return mark == null ? null : mark.textOrNull("comment");
    }

    /** Whether the database holds it to its target. */
    static boolean isConstrained(Field relation) {
        return foreignKeys(relation).stream()
                .noneMatch(mark -> mark.constant("value").equals("NO_CONSTRAINT"));
    }

    static @Nullable String foreignKeyName(Field relation) {
        return foreignKeys(relation).stream()
                .map(mark -> mark.text("name"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<Mark> foreignKeys(Field relation) {
        List<Mark> found = new ArrayList<>();
        of(relation).forEach(mark -> found.addAll(mark.marks("foreignKey")));
        relation.jakarta("JoinColumns").ifPresent(all -> found.addAll(all.marks("foreignKey")));
        return found;
    }
}
