package io.sluice.schema;

import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.DefinitionNode.AddForeignKey;
import io.sluice.sql.tree.DefinitionNode.CreateEnum;
import io.sluice.sql.tree.DefinitionNode.CreateSchema;
import io.sluice.sql.tree.DefinitionNode.CreateSequence;
import io.sluice.sql.tree.DefinitionNode.CreateTable;
import io.sluice.sql.tree.DefinitionNode.CreateView;
import io.sluice.sql.tree.DefinitionNode.DropEnum;
import io.sluice.sql.tree.DefinitionNode.DropForeignKey;
import io.sluice.sql.tree.DefinitionNode.DropSchema;
import io.sluice.sql.tree.DefinitionNode.DropSequence;
import io.sluice.sql.tree.DefinitionNode.DropTable;
import io.sluice.sql.tree.DefinitionNode.DropView;

/** What undoes the creation of something. */
final class Reversal {

    private Reversal() {}

    static DefinitionNode of(DefinitionNode creation) {
        if (creation instanceof CreateTable create) {
            return new DropTable(create.table().name());
        }
        if (creation instanceof AddForeignKey add) {
            return new DropForeignKey(add.table(), add.key().name());
        }
        if (creation instanceof CreateSequence create) {
            return new DropSequence(create.sequence().name());
        }
        if (creation instanceof CreateEnum create) {
            return new DropEnum(create.name());
        }
        if (creation instanceof CreateSchema create) {
            return new DropSchema(create.name(), false);
        }
        if (creation instanceof CreateView create) {
            return new DropView(create.name());
        }
        throw new IllegalArgumentException("no creation: " + creation);
    }
}
