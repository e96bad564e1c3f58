package io.sluice.dialect.h2;

import io.sluice.dialect.Literals;

/** Values as H2 reads them. */
final class H2Literals extends Literals {

    H2Literals(H2Dialect dialect) {
        super(dialect);
    }

    /** By its number where its driver would end a statement at the semicolon, also between quotes. */
    @Override
    protected String string(String text) {
        if (text.indexOf(';') < 0) {
            return super.string(text);
        }
        return "U&" + super.string(text).replace("\\", "\\\\").replace(";", "\\003b");
    }
}
