package io.sluice.schema;

import io.sluice.sql.tree.DefinitionNode;

/** A schema: what tables stand in that share a name's first part. To MariaDB and MySQL it is a database. */
public record Schema(String name) implements SchemaObject {

    public Schema {
        TableName.requireName(name, "a schema's name");
    }

    public static Schema of(String name) {
        return new Schema(name);
    }

    @Override
    public Definition create() {
        return Definition.of(new DefinitionNode.CreateSchema(name));
    }

    /** Drops it if it is empty. */
    @Override
    public Definition drop() {
        return Definition.of(new DefinitionNode.DropSchema(name, false));
    }

    /** Drops it with all that is in it, whoever made that. */
    public Definition dropWithContents() {
        return Definition.of(new DefinitionNode.DropSchema(name, true));
    }
}
