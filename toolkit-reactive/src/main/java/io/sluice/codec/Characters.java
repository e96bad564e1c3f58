package io.sluice.codec;

/** What UTF-8 can say, which no other encoding travels by. */
public final class Characters {

    private Characters() {}

    /** Refuses half a surrogate pair, which would arrive as a question mark. */
    public static void requireWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new BindException(
                            "the text has half a surrogate pair in it, which is no character; cut texts between code points");
                }
                i++;
            }
        }
    }
}
