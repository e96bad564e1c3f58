package io.sluice.driver.postgresql;

import io.sluice.codec.ReadException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array as text: {@code {1,NULL,"a \"b\""}}, perhaps with the bounds of its dimensions before it. */
final class ArrayText {
    private final String text;
    private final ArrayWire.Elements elements;
    private int at;

    ArrayText(String text, ArrayWire.Elements elements) {
        this.text = text;
        this.elements = elements;
        this.at = text.startsWith("[") ? text.indexOf('=') + 1 : 0;
    }

    List<?> read(int depth) {
        if (text.startsWith("{}", at)) {
            return List.of();
        }
        int dimensions = 0;
        while (text.charAt(at + dimensions) == '{') {
            dimensions++;
        }
        ArrayWire.requireDepth(dimensions, depth);
        return list(depth);
    }

    private List<?> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        do {
            at++;
            list.add(depth > 1 ? list(depth - 1) : element());
        } while (text.charAt(at) == ',');
        if (text.charAt(at) != '}') {
            throw new ReadException("the text of an array does not end where it should; set the driver's forceBinary");
        }
        at++;
        return Collections.unmodifiableList(list);
    }

    private @Nullable Object element() {
        if (text.charAt(at) == '"') {
            return value(quoted());
        }
        int start = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        String bare = text.substring(start, at);
        return bare.equals("NULL") ? null : value(bare);
    }

    private Object value(String element) {
        return elements.toJava().apply(elements.wire().parse(element));
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 1 : 0;
            value.append(text.charAt(at));
            at++;
        }
        at++;
        return value.toString();
    }
}
