package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.sluice.codec.BindException;
import io.sluice.codec.DomainValues;
import io.sluice.codec.ReadException;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Arrays: their dimensions, then each element with its length before it, or -1 for NULL. An array of several dimensions
 * is a list of lists, all of one length, since that is all the database keeps of it.
 */
final class ArrayWire {
    private static final int NULL = -1;

    private ArrayWire() {}

    /** How the innermost elements of an array are read, and what Java makes of them. */
    record Elements(WireType<?> wire, Function<Object, Object> toJava) {}

    // ---- sending

    static WireType<List<?>> sending(SqlType<?> type) {
        SqlType<?> element = innermost(type);
        WireType<?> wire = WireTypes.of(element.storage());
        int depth = depth(type);
        return new WireType<>(
                wire.arrayOid(),
                wire.arrayOid(),
                List.class,
                bytes -> {
                    throw new IllegalStateException("only what arrives tells how it is read");
                },
                text -> {
                    throw new IllegalStateException("only what arrives tells how it is read");
                },
                (list, out) -> write(list, depth, element, wire, out));
    }

    private static void write(List<?> list, int depth, SqlType<?> element, WireType<?> wire, ByteBuf out) {
        int[] lengths = lengths(list, depth);
        boolean isEmpty = lengths[0] == 0;
        out.writeInt(isEmpty ? 0 : depth);
        int nullFlag = out.writerIndex();
        out.writeInt(0);
        out.writeInt(wire.oid());
        if (isEmpty) {
            return;
        }
        for (int length : lengths) {
            out.writeInt(length).writeInt(1);
        }
        if (writeElements(list, lengths, 0, element, wire, out)) {
            out.setInt(nullFlag, 1);
        }
    }

    private static int[] lengths(List<?> list, int depth) {
        int[] lengths = new int[depth];
        Object level = list;
        for (int i = 0; i < depth; i++) {
            lengths[i] = level instanceof List<?> inner ? inner.size() : 0;
            if (lengths[i] == 0 && i > 0) {
                throw irregular();
            }
            level = lengths[i] == 0 ? null : ((List<?>) Objects.requireNonNull(level)).get(0);
            if (lengths[i] == 0) {
                break;
            }
        }
        return lengths;
    }

    /** Whether there was a NULL among them. */
    private static boolean writeElements(
            List<?> list, int[] lengths, int level, SqlType<?> element, WireType<?> wire, ByteBuf out) {
        if (list.size() != lengths[level]) {
            throw irregular();
        }
        boolean hasNull = false;
        for (Object item : list) {
            if (level < lengths.length - 1) {
                if (!(item instanceof List<?> inner)) {
                    throw irregular();
                }
                hasNull |= writeElements(inner, lengths, level + 1, element, wire, out);
            } else if (item == null) {
                out.writeInt(NULL);
                hasNull = true;
            } else {
                writeSized(DomainValues.toDatabase(element, item), wire, out);
            }
        }
        return hasNull;
    }

    static void writeSized(Object value, WireType<?> wire, ByteBuf out) {
        int start = out.writerIndex();
        out.writeInt(0);
        wire.write(value, out);
        out.setInt(start, out.writerIndex() - start - Integer.BYTES);
    }

    private static BindException irregular() {
        return new BindException(
                "the lists in an array of several dimensions must be as long as one another, and hold something; fill them up with nulls, or keep the value as jsonb");
    }

    // ---- reading

    /** For a declared type, and what an array holds whose number the server told. */
    static WireType<List<?>> reading(SqlType<?> type, Elements elements) {
        int depth = depth(type);
        return new WireType<>(
                0,
                0,
                List.class,
                bytes -> read(bytes, depth, elements),
                text -> new ArrayText(text, elements).read(depth),
                (list, out) -> {
                    throw new IllegalStateException("what is read is not sent");
                });
    }

    private static List<?> read(ByteBuf bytes, int depth, Elements elements) {
        int dimensions = bytes.readInt();
        bytes.skipBytes(2 * Integer.BYTES); // whether there are NULLs, and the number of the elements' type
        if (dimensions == 0) {
            return List.of();
        }
        requireDepth(dimensions, depth);
        int[] lengths = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            lengths[i] = bytes.readInt();
            bytes.skipBytes(Integer.BYTES); // the index of the first, which a list does not have
        }
        return read(bytes, lengths, 0, elements);
    }

    private static List<?> read(ByteBuf bytes, int[] lengths, int level, Elements elements) {
        List<@Nullable Object> list = new ArrayList<>(lengths[level]);
        for (int i = 0; i < lengths[level]; i++) {
            list.add(level < lengths.length - 1 ? read(bytes, lengths, level + 1, elements) : element(bytes, elements));
        }
        return Collections.unmodifiableList(list);
    }

    private static @Nullable Object element(ByteBuf bytes, Elements elements) {
        int length = bytes.readInt();
        return length == NULL ? null : elements.toJava().apply(elements.wire().read(bytes.readSlice(length)));
    }

    static void requireDepth(int dimensions, int depth) {
        if (dimensions != depth) {
            throw new ReadException(
                    "an array has %d dimensions, and %d were declared; declare array(array(…)) of as many"
                            .formatted(dimensions, depth));
        }
    }

    static SqlType<?> innermost(SqlType<?> type) {
        return type.kind() == Kind.ARRAY ? innermost(WireTypes.elementOf(type)) : type;
    }

    private static int depth(SqlType<?> type) {
        return type.kind() == Kind.ARRAY ? 1 + depth(WireTypes.elementOf(type)) : 0;
    }
}
