package io.sluice.gates;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which packages of a module may import which. A row reads: left may import right, and whatever right may import.
 *
 * <p>Names are relative to {@code io.sluice}, which itself is called {@link #ROOT}; {@code *} stands for one segment. A
 * package {@code internal} belongs to the package it stands in. What is to the right of a row and has no row of its own
 * belongs to another module.
 */
public final class PackageTable {

    /** The package {@code io.sluice} itself. */
    public static final String ROOT = "";

    private static final String BASE = "io.sluice";
    private static final Pattern INTERNAL = Pattern.compile("\\.internal(\\..*)?$");

    private final Map<String, List<String>> rows;
    private final Set<String> hidden;

    private PackageTable(Map<String, List<String>> rows, Set<String> hidden) {
        this.rows = rows;
        this.hidden = hidden;
    }

    /** A table without rows. */
    public static PackageTable empty() {
        return new PackageTable(Map.of(), Set.of());
    }

    /** Adds a row: {@code left} may import each of {@code right}. */
    public PackageTable row(String left, String... right) {
        var extended = new LinkedHashMap<>(rows);
        extended.put(left, List.of(right));
        return new PackageTable(extended, hidden);
    }

    /** Adds a row for a package that the module does not export. */
    public PackageTable hiddenRow(String left, String... right) {
        var extended = new LinkedHashSet<>(hidden);
        extended.add(left);
        return new PackageTable(row(left, right).rows, extended);
    }

    boolean contains(String packageName) {
        return rowOf(relative(packageName)).isPresent();
    }

    boolean exports(String packageName) {
        return !isInternal(packageName)
                && !rowOf(relative(packageName)).map(hidden::contains).orElse(false);
    }

    boolean mayImport(String from, String to) {
        var left = relative(from);
        var right = relative(to);
        return left.equals(right)
                || rowOf(left).map(this::reachable).orElse(Set.of()).stream().anyMatch(name -> matches(name, right));
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(BASE) || packageName.startsWith(BASE + ".");
    }

    static boolean isInternal(String packageName) {
        return INTERNAL.matcher(packageName).find();
    }

    private Set<String> reachable(String row) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(rows.getOrDefault(row, List.of()));
        while (!open.isEmpty()) {
            var name = open.remove();
            if (found.add(name)) {
                rowOf(name).ifPresent(next -> open.addAll(rows.getOrDefault(next, List.of())));
            }
        }
        return found;
    }

    /** A row that names a package stands before one that matches it. */
    private Optional<String> rowOf(String name) {
        if (rows.containsKey(name)) {
            return Optional.of(name);
        }
        return rows.keySet().stream().filter(pattern -> matches(pattern, name)).findFirst();
    }

    private static boolean matches(String pattern, String name) {
        return name.matches(pattern.replace(".", "\\.").replace("*", "[^.]+"));
    }

    private static String relative(String packageName) {
        var visible = INTERNAL.matcher(packageName).replaceFirst("");
        return visible.equals(BASE) ? ROOT : visible.substring(BASE.length() + 1);
    }
}
