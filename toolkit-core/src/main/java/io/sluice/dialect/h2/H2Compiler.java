package io.sluice.dialect.h2;

import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;

/** Where H2 disagrees with {@link StatementCompiler}. */
final class H2Compiler extends StatementCompiler {

    H2Compiler(H2Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }
}
