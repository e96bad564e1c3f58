package io.sluice.dialect;

import io.sluice.sql.Renderer;
import io.sluice.sql.SqlText;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ObjectName;
import io.sluice.sql.tree.ScriptNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.type.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one database writes SQL. The dialects themselves stand in the catalogue {@code io.sluice.Dialects}; to make one,
 * extend this and {@link StatementCompiler}, and override where your database disagrees.
 */
public abstract class Dialect implements Renderer {
    private final String name;

    protected Dialect(String name) {
        this.name = name;
    }

    /** What messages call the database. */
    @Override
    public final String name() {
        return name;
    }

    /** Whether a driver that calls its database so speaks this dialect. */
    public abstract boolean isSpokenBy(String databaseName);

    /** Says a statement in this dialect. */
    protected StatementCompiler compiler(SqlWriter out) {
        return new StatementCompiler(this, out);
    }

    /** Says definitions in this dialect. */
    protected DefinitionCompiler definitions() {
        return new DefinitionCompiler(this);
    }

    /** Says values inside the text of definitions. */
    protected Literals literals() {
        return new Literals(this);
    }

    /** Whether a transaction that is rolled back undoes definitions too; elsewhere each of them ends it. */
    public boolean definesInTransactions() {
        return false;
    }

    /** Words that cannot be names without quotes, in lower case. */
    protected abstract Set<String> reservedWords();

    /** Whether placeholders have numbers, so that one value can be used in several places. */
    protected boolean numbersPlaceholders() {
        return true;
    }

    protected void appendPlaceholder(int index, StringBuilder sql) {
        sql.append('$').append(index + 1);
    }

    protected char quote() {
        return '"';
    }

    /** The longest name of plain letters that the database keeps whole; {@link #requireName} judges others, by bytes of UTF-8. */
    protected int longestName() {
        return 63;
    }

    /** How many values one statement may carry. */
    protected int mostParameters() {
        return 65_535;
    }

    /** How many values a statement may carry, with room for a few that its writer does not see. */
    public final int mostValues() {
        return mostParameters() - 100;
    }

    /** The name of a type in DDL and in casts. */
    public String typeName(SqlType<?> type) {
        return TypeNames.standard(type, this::typeName, this::appendName);
    }

    /** A text as SQL has it, in quotes. */
    public final String literal(String text) {
        return literals().string(text);
    }

    /** An enum as the list of its labels, which are names of Java and hold no quotes. */
    protected static String enumOfLabels(SqlType<?> type) {
        return Arrays.stream(type.storage().javaType().getEnumConstants())
                .map(label -> "'" + ((Enum<?>) label).name() + "'")
                .collect(Collectors.joining(", ", "enum(", ")"));
    }

    /** A name as SQL has it: bare where it may be, else in quotes. */
    public final String quoted(String identifier) {
        var sql = new StringBuilder();
        appendIdentifier(identifier, sql);
        return sql.toString();
    }

    /** Compiles a statement and leaves its values aside. */
    public final CompiledStatement compile(StatementNode statement) {
        return compiled(written(statement, SchemaNames.AS_NAMED));
    }

    /**
     * The statement itself, or where it is too much for one the statements that do the same, in the order in which they
     * have to run: an insert of many rows, a change for many sets of values.
     */
    public final List<StatementNode> parts(StatementNode statement) {
        return new Parts(this).of(statement);
    }

    @Override
    public final List<String> texts(ScriptNode script) {
        return texts(script, SchemaNames.AS_NAMED);
    }

    /** The statements of a definition, with other schemas than it names. */
    public final List<String> texts(ScriptNode script, SchemaNames schemas) {
        DefinitionCompiler compiler = definitions();
        Nesting.bounded(() -> compiler.script(script, schemas));
        return compiler.texts();
    }

    @Override
    public final SqlText render(StatementNode statement) {
        SqlWriter out = written(statement, SchemaNames.AS_NAMED);
        return new SqlText(out.join(this), out.values(), out.types());
    }

    final SqlWriter written(StatementNode statement, SchemaNames schemas) {
        SqlWriter out = walked(statement, schemas);
        requireFewEnough(out.types().size());
        return out;
    }

    /** However many values it takes. */
    final SqlWriter walked(StatementNode statement, SchemaNames schemas) {
        var out = new SqlWriter(numbersPlaceholders(), schemas);
        Nesting.bounded(() -> statement.accept(compiler(out)));
        return out;
    }

    private void requireFewEnough(int parameters) {
        if (parameters > mostParameters()) {
            throw new StatementException(
                    "a statement carries %d values, and %s takes %d; split it, insert fewer rows at a time for example"
                            .formatted(parameters, name, mostParameters()));
        }
    }

    final CompiledStatement compiled(SqlWriter out) {
        return new CompiledStatement(out.join(this), out.types(), out.results());
    }

    final void appendIdentifier(String identifier, StringBuilder sql) {
        if (isPlain(identifier) && !reservedWords().contains(identifier)) {
            sql.append(identifier);
            return;
        }
        requireCharacters(identifier);
        requireName(identifier);
        char quote = quote();
        sql.append(quote);
        for (int i = 0; i < identifier.length(); i++) {
            char c = identifier.charAt(i);
            sql.append(c);
            if (c == quote) {
                sql.append(c);
            }
        }
        sql.append(quote);
    }

    private void appendName(String identifier, StringBuilder sql) {
        appendIdentifier(identifier, sql);
    }

    /**
     * Refuses a name that the database would cut off, or would not keep as it is, and so take for another one. Plain
     * names no longer than {@link #longestName} are not asked about.
     */
    protected void requireName(String identifier) {
        requireText(identifier);
        if (identifier.length() * 3L > longestName()
                && identifier.getBytes(StandardCharsets.UTF_8).length > longestName()) {
            throw new StatementException(
                    "\"%s\" is too long for a name in %s, which keeps %d bytes; choose a shorter one"
                            .formatted(identifier, name, longestName()));
        }
    }

    private void requireCharacters(String identifier) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(identifier)) {
            throw new StatementException(
                    "a name for %s has half a surrogate pair in it, which is no character and would be sent as another"
                            .formatted(name));
        }
    }

    /** What {@link #requireName} asks of every database. */
    protected final void requireText(String identifier) {
        if (identifier.isEmpty() || identifier.indexOf('\0') >= 0) {
            throw notAName(identifier, "a name is not empty and has no character NUL");
        }
    }

    /** An error for {@link #requireName}. */
    protected final StatementException notAName(String identifier, String why) {
        return new StatementException(
                "\"%s\" cannot be a name in %s: %s".formatted(identifier.replace('\0', '?'), name, why));
    }

    /**
     * What an object is called in the database: a name that was made may be too long; it is cut then, and ends with a hash
     * of the whole so that it stays one of its own.
     */
    public final String fitting(ObjectName name) {
        return name.isMade() ? ShortNames.fitting(name.text(), longestName()) : name.text();
    }
    /** Letters, digits and underscores in lower case mean the same to every database with and without quotes. */
    final boolean isPlain(String identifier) {
        int length = identifier.length();
        if (length == 0 || length > longestName() || !isLetter(identifier.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = identifier.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }

    @Override
    public String toString() {
        return name.toLowerCase(Locale.ROOT);
    }
}
