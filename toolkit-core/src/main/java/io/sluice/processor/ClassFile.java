package io.sluice.processor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * The part of a class file that javac before 22 hides from processors: annotations of the types of fields.
 *
 * <p>Named as the Java Virtual Machine Specification does, chapter 4.
 */
final class ClassFile {
    private static final int FIELD_TYPE = 0x13;
    private static final int INNER_TYPE = 1;

    private final DataInputStream in;
    private String[] texts = {};
    private final Set<String> nullable = new HashSet<>();

    private ClassFile(DataInputStream in) {
        this.in = in;
    }

    /** The names of the fields whose type is annotated as {@code @Nullable}, by whomever. */
    static Set<String> nullableFields(InputStream bytes) throws IOException {
        var file = new ClassFile(new DataInputStream(bytes));
        file.read();
        return file.nullable;
    }

    private void read() throws IOException {
        in.skipNBytes(8);
        readConstants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            readField();
        }
    }

    private void readConstants() throws IOException {
        texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // a long or a double counts twice
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("a class file has no constant of kind " + tag);
            }
        }
    }

    private String text() throws IOException {
        return texts[in.readUnsignedShort()];
    }

    private void readField() throws IOException {
        in.skipNBytes(2);
        String name = text();
        in.skipNBytes(2);
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String attribute = text();
            int length = in.readInt();
            if (!attribute.matches("Runtime(Inv|V)isibleTypeAnnotations")) {
                in.skipNBytes(length);
            } else if (hasNullable()) {
                nullable.add(name);
            }
        }
    }

    private boolean hasNullable() throws IOException {
        boolean isFound = false;
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            boolean isWhole = in.readUnsignedByte() == FIELD_TYPE;
            for (int steps = in.readUnsignedByte(); steps > 0; steps--) {
                isWhole &= in.readUnsignedByte() == INNER_TYPE; // else of an element or an argument
                in.skipNBytes(1);
            }
            isFound |= text().matches("L(.*[/$])?Nullable;") && isWhole;
            skipValues();
        }
        return isFound;
    }

    private void skipValues() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2);
            skipValue();
        }
    }

    private void skipValue() throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> in.skipNBytes(4);
            case '@' -> {
                in.skipNBytes(2);
                skipValues();
            }
            case '[' -> {
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    skipValue();
                }
            }
            default -> in.skipNBytes(2);
        }
    }
}
