package io.sluice.schema;

/** Something that a database keeps under a name. */
public sealed interface SchemaObject permits Table, Sequence, EnumType, Schema {

    /** Creates it; fails if it is there, unless {@link Definition#ifNeeded} is added. */
    Definition create();

    /** Drops it; fails if it is not there, unless {@link Definition#ifNeeded} is added. */
    Definition drop();
}
