/** SQL as typed, immutable values: statements, tables, types, and the dialects that turn them into text. */
module io.sluice.core {
    requires static transitive org.jspecify;

    exports io.sluice.type;
}
