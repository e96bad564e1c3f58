package io.sluice.driver.postgresql;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import io.sluice.codec.ColumnReader;
import io.sluice.codec.Conversions;
import io.sluice.codec.DomainValues;
import io.sluice.codec.ReadException;
import io.sluice.codec.StandardCodec;
import io.sluice.sql.StatementException;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values through r2dbc-postgresql, which only carries their bytes: what they say is read and written here, binary or
 * text, by the number of the type. The driver's own codecs lack a third of the types, go by the JVM's zone, and take
 * the bytes of what they do not know for text.
 */
final class PostgresqlCodec extends StandardCodec {

    @Override
    protected void bindStored(Statement statement, int index, @Nullable Object value, SqlType<?> type) {
        var sent = WireValue.of(WireTypes.of(type), value);
        try {
            statement.bind(index, sent);
        } catch (IllegalArgumentException e) {
            throw withoutExtension();
        }
    }

    @Override
    protected ColumnReader storageReader(SqlType<?> declared, ColumnMetadata actual) {
        String column = actual.getName();
        int oid = actual.getNativeTypeMetadata() instanceof Integer number ? number : 0;
        WireType<?> type = declared.kind() == Kind.ARRAY ? arrays(declared, oid, actual) : type(declared, oid);
        if (type == null) {
            throw unknown(declared, actual);
        }
        if (type.javaType() == declared.javaType()) {
            return (row, index) -> read(row, index, type, column);
        }
        return (row, index) -> {
            Object raw = read(row, index, type, column);
            return raw == null ? null : Conversions.to(declared, raw, column);
        };
    }

    private static @Nullable Object read(Row row, int index, WireType<?> type, String column) {
        WireBytes bytes;
        try {
            bytes = row.get(index, WireBytes.class);
        } catch (IllegalArgumentException e) {
            throw withoutExtension();
        }
        try {
            return bytes == null ? null : bytes.as(type);
        } catch (ReadException e) {
            throw e.of(column);
        }
    }

    /** The declared type if that is what arrives; else what arrives, to be converted. */
    private static @Nullable WireType<?> type(SqlType<?> declared, int oid) {
        if (declared.kind() == Kind.ENUM) {
            return EnumWire.reading(declared);
        }
        WireType<?> expected = WireTypes.of(declared);
        return expected.oid() == oid ? expected : WireTypes.numbered(oid);
    }

    private static WireType<?> arrays(SqlType<?> declared, int oid, ColumnMetadata actual) {
        SqlType<?> element = ArrayWire.innermost(declared);
        SqlType<?> stored = element.storage();
        WireType<?> arriving = WireTypes.elementOfArray(oid);
        WireType<?> wire = stored.kind() == Kind.ENUM || arriving == null
                ? stored.kind() == Kind.ENUM ? EnumWire.reading(stored) : null
                : type(stored, arriving.oid());
        if (wire == null) {
            throw unknown(declared, actual);
        }
        String column = actual.getName();
        Function<Object, Object> toJava = wire.javaType() == stored.javaType()
                ? raw -> DomainValues.toJava(element, raw)
                : raw -> DomainValues.toJava(element, Conversions.to(stored, raw, column));
        return ArrayWire.reading(declared, new ArrayWire.Elements(wire, toJava));
    }

    private static ReadException unknown(SqlType<?> declared, ColumnMetadata actual) {
        return new ReadException(
                "column %s is of PostgreSQL's type %s, which cannot be read as %s; cast it, to text for example"
                        .formatted(
                                actual.getName(),
                                actual.getType().getName().toLowerCase(java.util.Locale.ROOT),
                                declared));
    }

    private static StatementException withoutExtension() {
        return new StatementException(
                "r2dbc-postgresql does not know Sluice's codec: its autodetectExtensions is off, or Sluice is on the module path; leave it on, or let Engine.create(url) make the connection factory");
    }
}
