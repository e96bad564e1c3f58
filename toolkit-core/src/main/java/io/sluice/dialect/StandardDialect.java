package io.sluice.dialect;

import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.Operation;
import java.util.Set;

/** For people to read: what a statement's {@code toString} shows. No database speaks it. */
public final class StandardDialect extends Dialect {

    public StandardDialect() {
        super("standard SQL");
    }

    @Override
    public boolean isSpokenBy(String databaseName) {
        return false;
    }

    @Override
    protected StatementCompiler compiler(SqlWriter out) {
        return new Compiler(this, out);
    }

    @Override
    protected Set<String> reservedWords() {
        return ReservedWords.STANDARD;
    }

    /** Anything may be shown. */
    @Override
    protected int mostParameters() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected int longestName() {
        return Integer.MAX_VALUE;
    }

    /** Refuses nothing: what is shown need not run anywhere. */
    private static final class Compiler extends StatementCompiler {
        private Compiler(StandardDialect dialect, SqlWriter out) {
            super(dialect, out);
        }

        @Override
        public void visitDrawnKey(Atom.DrawnKey key) {
            out.text("NEXT VALUE FOR ").identifier(key.column());
        }

        @Override
        public void visitSearchConfiguration(Atom.SearchConfiguration configuration) {
            out.text("'").text(configuration.name().replace("'", "''")).text("'");
        }

        @Override
        protected void infixOfFew(Operation.Infix infix) {
            infix(infix, infix.operator().text());
        }

        @Override
        public void visitMultiset(Nested.Multiset multiset) {
            out.text("MULTISET ");
            nested(multiset.query());
        }
    }
}
