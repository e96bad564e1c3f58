package io.sluice.sql.tree;

/** One method for each thing that is created or dropped. */
public interface DefinitionVisitor {
    void visitCreateTable(DefinitionNode.CreateTable table);

    void visitDropTable(DefinitionNode.DropTable table);

    void visitAddForeignKey(DefinitionNode.AddForeignKey key);

    void visitDropForeignKey(DefinitionNode.DropForeignKey key);

    void visitCreateIndex(DefinitionNode.CreateIndex index);

    void visitDropIndex(DefinitionNode.DropIndex index);

    void visitCreateSequence(DefinitionNode.CreateSequence sequence);

    void visitDropSequence(DefinitionNode.DropSequence sequence);

    void visitCreateEnum(DefinitionNode.CreateEnum type);

    void visitDropEnum(DefinitionNode.DropEnum type);

    void visitCreateSchema(DefinitionNode.CreateSchema schema);

    void visitDropSchema(DefinitionNode.DropSchema schema);

    void visitCreateView(DefinitionNode.CreateView view);

    void visitDropView(DefinitionNode.DropView view);
}
