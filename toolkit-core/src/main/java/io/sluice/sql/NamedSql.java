package io.sluice.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with {@code :names}, cut at them. What looks like a name inside quotes, comments or after another colon is none. */
record NamedSql(List<String> texts, List<String> names) {

    /** One alternative for everything in which a colon means nothing; the last one is a name. */
    private static final Pattern TOKENS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])[eE]'(?:[^'\\\\]|\\\\.|'')*+'" // a string of PostgreSQL in which a backslash escapes
                    + "|'(?:[^']|'')*+'" // a string
                    + "|\"(?:[^\"]|\"\")*+\"" // an identifier
                    + "|`(?:[^`]|``)*+`" // an identifier of MariaDB
                    + "|(\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$).*?\\1" // a string of PostgreSQL between tags
                    + "|--[^\\n]*+" // a comment to the end of the line
                    + "|/\\*.*?\\*/" // a comment between
                    + "|::|:=" // a cast, an assignment
                    + "|(?<![\\p{L}\\p{N}_]):([\\p{L}_][\\p{L}\\p{N}_]*)", // a name
            Pattern.DOTALL);

    static NamedSql parse(String sql) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(sql);
        int from = 0;
        while (matcher.find()) {
            if (matcher.group(2) != null) {
                texts.add(sql.substring(from, matcher.start()));
                names.add(matcher.group(2));
                from = matcher.end();
            }
        }
        texts.add(sql.substring(from));
        return new NamedSql(List.copyOf(texts), List.copyOf(names));
    }

    @Override
    public String toString() {
        var text = new StringBuilder(texts.get(0));
        for (int i = 0; i < names.size(); i++) {
            text.append(':').append(names.get(i)).append(texts.get(i + 1));
        }
        return text.toString();
    }
}
