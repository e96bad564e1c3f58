package io.sluice.sql;

import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.SearchConfiguration;
import io.sluice.sql.tree.Call.Function;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Text search by one configuration, which says how words become what is searched; {@link Operators#textSearch} makes
 * it, best as a constant.
 *
 * <pre>{@code
 * static final TextSearch ENGLISH = textSearch("english");
 *
 * var wanted = ENGLISH.websearch("\"lost ship\" -pirates");
 * select(BOOK.title).from(BOOK).where(ENGLISH.vector(BOOK.body).matches(wanted))
 * }</pre>
 */
public final class TextSearch {
    private final SearchConfiguration configuration;

    TextSearch(String configuration) {
        this.configuration = new SearchConfiguration(configuration);
    }

    /** Text made searchable; indexed if an index is over the same expression. */
    public SearchVector vector(Expression<String> text) {
        return new SearchVector(call("to_tsvector", text.node()));
    }

    /** What people type into a search box: words, “phrases”, or, and a minus before what is not wanted. Never an error. */
    public SearchQuery websearch(String typed) {
        return query("websearch_to_tsquery", typed);
    }

    /** All of the words, in any order. */
    public SearchQuery words(String words) {
        return query("plainto_tsquery", words);
    }

    /** The words one after another. */
    public SearchQuery phrase(String words) {
        return query("phraseto_tsquery", words);
    }

    /** The database's own language: {@code ship & (lost | wrecked) & !pirat:*}; a mistake in it is an error. */
    public SearchQuery expression(String expression) {
        return query("to_tsquery", expression);
    }

    /** Pieces of the text around what was found, which is marked. */
    public Expression<String> headline(Expression<String> text, SearchQuery query) {
        return new Typed<>(call("ts_headline", text.node(), query.node()), TEXT);
    }

    /** As {@link #headline(Expression, SearchQuery)}, with options such as {@code MaxFragments=2, StartSel=<b>}. */
    public Expression<String> headline(Expression<String> text, SearchQuery query, String options) {
        return new Typed<>(call("ts_headline", text.node(), query.node(), new Bind(options, TEXT)), TEXT);
    }

    private SearchQuery query(String function, String text) {
        return new SearchQuery(call(function, new Bind(Objects.requireNonNull(text, function), TEXT)));
    }

    private Function call(String name, Expr... arguments) {
        List<Expr> all = new ArrayList<>(List.of(configuration));
        all.addAll(Arrays.asList(arguments));
        return new Function(FunctionName.verbatim(name), List.copyOf(all));
    }
}
