package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Qualifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A column and what an INSERT or UPDATE sets it to; {@link TableColumn#to} makes it. */
public record ColumnValue(Qualifier source, Assignment assignment) {

    /** The assignments, if each is to another column of that target. */
    static List<Assignment> checked(Source target, String clause, ColumnValue... values) {
        if (values.length == 0) {
            throw new StatementException("%s(): there is nothing to set; name at least one column".formatted(clause));
        }
        Set<String> seen = new LinkedHashSet<>();
        for (ColumnValue value : values) {
            requireColumnOf(target, value.source, value.assignment.column(), clause);
            if (!seen.add(value.assignment.column())) {
                throw new StatementException("%s(…) sets %s twice".formatted(clause, value.assignment.column()));
            }
        }
        return Arrays.stream(values).map(ColumnValue::assignment).toList();
    }

    static void requireNoneTwice(List<Assignment> present, List<Assignment> added, String clause) {
        if (present.isEmpty()) {
            return;
        }
        Set<String> seen = present.stream().map(Assignment::column).collect(Collectors.toSet());
        for (Assignment assignment : added) {
            if (seen.contains(assignment.column())) {
                throw new StatementException("%s(…) sets %s twice".formatted(clause, assignment.column()));
            }
        }
    }

    static void requireColumnOf(Source target, Qualifier owner, String column, String clause) {
        Qualifier expected = target.sourceNode().qualifier();
        if (!owner.equals(expected)) {
            throw new StatementException("%s(…) names %s.%s, but the statement is about %s; take the column from %s"
                    .formatted(
                            clause, Description.of(owner), column, Description.of(expected), Description.of(expected)));
        }
    }
}
