package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Param;
import io.sluice.sql.tree.Supplied;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler says of a statement, kept in pieces: fragments of text, names, places for values, columns of the
 * result. The pieces without the values are the statement's shape, by which compiled statements are found again; joined
 * together they are its SQL. Both come out of one walk, so no part of a statement can be missing from its shape.
 */
public final class SqlWriter {
    private static final Object NAME = new Object();
    private static final Object SLOT = new Object();
    private static final Object RESULT = new Object();
    private static final Object OPENING = new Object();
    /** Up to here a repeated value is looked for one by one. */
    private static final int FEW = 16;

    private Object[] pieces = new Object[128];
    private int size;
    private int hash = 1;
    private final List<Object> values = new ArrayList<>();
    private final List<SqlType<?>> types = new ArrayList<>();
    private @Nullable IdentityHashMap<Object, Integer> places;
    private final boolean isNumbered;
    private final @Nullable Literals literals;
    private final SchemaNames schemas;

    /** Where placeholders carry numbers, a value that stands twice in a statement is sent once. */
    SqlWriter(boolean isNumbered, SchemaNames schemas) {
        this.isNumbered = isNumbered;
        this.literals = null;
        this.schemas = schemas;
    }

    /** For definitions, which take no parameters: values are written into the text. */
    SqlWriter(Literals literals, SchemaNames schemas) {
        this.isNumbered = false;
        this.literals = literals;
        this.schemas = schemas;
    }

    /** Whether values are written into the text. */
    public boolean writesLiterals() {
        return literals != null;
    }

    /** SQL as it is. Only constants of a compiler may come here, never a name or a value. */
    public SqlWriter text(String sql) {
        // nothing said is no piece, or the same SQL would have two shapes
        if (!sql.isEmpty()) {
            add(sql, sql.hashCode());
        }
        return this;
    }

    /** A name, which will be quoted if it has to be. */
    public SqlWriter identifier(String name) {
        add(NAME, 1);
        add(name, name.hashCode());
        return this;
    }

    /** The name of a table, a view or a sequence, in the schema that is said for its own. */
    public SqlWriter qualified(@Nullable String schema, String name) {
        return inSchema(schema).identifier(name);
    }

    /** A schema itself. */
    public SqlWriter schemaItself(String schema) {
        return identifier(Objects.requireNonNullElse(schemas.of(schema), schema));
    }

    /** The schema alone, with the point after it, if one is to be said. */
    SqlWriter inSchema(@Nullable String schema) {
        return schema(schemas.of(schema));
    }

    /** What is in front of a column: a table in its schema, or an alias. */
    SqlWriter owner(@Nullable String schema, String name) {
        return schema(schemas.ofColumn(schema)).identifier(name);
    }

    /** The schema that is said for another. */
    public @Nullable String schemaFor(@Nullable String schema) {
        return schemas.of(schema);
    }

    private SqlWriter schema(@Nullable String schema) {
        return schema == null ? this : identifier(schema).text(".");
    }

    public SqlWriter number(long number) {
        return text(Long.toString(number));
    }

    /** SQL that stands before the whole statement, once, however often it is asked for. */
    public SqlWriter opening(String sql) {
        add(OPENING, 2);
        add(sql, sql.hashCode());
        return this;
    }

    /** A place for a value. */
    public SqlWriter value(Bind bind) {
        return literals == null ? slot(bind, bind.type()) : text(literals.of(bind));
    }

    /** A place for a value that is given when the statement runs. */
    public SqlWriter value(Param param) {
        if (literals != null) {
            throw new StatementException(
                    "param(\"%s\") has no value where something is defined; use value(…)".formatted(param.name()));
        }
        return slot(param, param.type());
    }

    /** A column of the result: no text, but part of the shape, since it decides how rows are read. */
    SqlWriter result(SqlType<?> type) {
        add(RESULT, 3);
        add(type, type.hashCode());
        return this;
    }

    private SqlWriter slot(Object value, SqlType<?> type) {
        int place = isNumbered ? placeOf(value) : -1;
        if (place < 0) {
            place = values.size();
            values.add(value);
            types.add(type);
            if (places != null) {
                places.put(value, place);
            }
        }
        add(SLOT, 4);
        add(place, place);
        add(type, type.hashCode());
        return this;
    }

    private int placeOf(Object value) {
        if (values.size() <= FEW) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == value) {
                    return i;
                }
            }
            return -1;
        }
        if (places == null) {
            places = new IdentityHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                places.put(values.get(i), i);
            }
        }
        return places.getOrDefault(value, -1);
    }

    /** The hash is passed along because the caller knows the piece's class, which a call from here would have to find out. */
    private void add(Object piece, int hashOfPiece) {
        if (size == pieces.length) {
            pieces = Arrays.copyOf(pieces, size * 2);
        }
        pieces[size++] = piece;
        hash = 31 * hash + hashOfPiece;
    }

    /** The values in the order of the placeholders: what binds hold, and params themselves. */
    List<@Nullable Object> values() {
        List<@Nullable Object> plain = new ArrayList<>(values.size());
        SuppliedValues supplied = null;
        for (Object value : values) {
            if (value instanceof Bind bind && bind.value() instanceof Supplied maker) {
                supplied = supplied == null ? new SuppliedValues() : supplied;
                plain.add(supplied.of(bind, maker));
            } else {
                plain.add(value instanceof Bind bind ? bind.value() : value);
            }
        }
        return plain;
    }

    List<SqlType<?>> types() {
        return types;
    }

    List<SqlType<?>> results() {
        List<SqlType<?>> results = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (pieces[i] == RESULT) {
                results.add((SqlType<?>) pieces[i + 1]);
            }
        }
        return results;
    }

    /** The shape for a look-up; it changes with this writer. */
    Shape shape() {
        return new Shape(pieces, size, hash);
    }

    /** The SQL. */
    String join(Dialect dialect) {
        var sql = new StringBuilder(size * 8);
        for (int i = 0; i < size; i++) {
            Object piece = pieces[i];
            if (piece == NAME) {
                dialect.appendIdentifier((String) pieces[++i], sql);
            } else if (piece == SLOT) {
                dialect.appendPlaceholder((Integer) pieces[++i], sql);
                i++;
            } else if (piece == RESULT) {
                i++;
            } else if (piece == OPENING) {
                String opening = (String) pieces[++i];
                if (sql.indexOf(opening) != 0) {
                    sql.insert(0, opening);
                }
            } else {
                sql.append((String) piece);
            }
        }
        return sql.toString();
    }

    /** The pieces of a statement, which never include a value. */
    static final class Shape {
        private final Object[] pieces;
        private final int size;
        private final int hash;

        private Shape(Object[] pieces, int size, int hash) {
            this.pieces = pieces;
            this.size = size;
            this.hash = hash;
        }

        /** A copy that a cache may keep. */
        Shape kept() {
            return new Shape(Arrays.copyOf(pieces, size), size, hash);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shape that
                    && hash == that.hash
                    && Arrays.equals(pieces, 0, size, that.pieces, 0, that.size);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
