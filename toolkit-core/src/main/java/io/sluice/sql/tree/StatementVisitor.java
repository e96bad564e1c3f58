package io.sluice.sql.tree;

/** One method for each statement. */
public interface StatementVisitor {
    void visitSelect(SelectNode select);

    void visitCompound(CompoundNode compound);

    void visitValues(ValuesNode values);

    void visitText(TextNode text);

    void visitInsert(InsertNode insert);

    void visitUpdate(UpdateNode update);

    void visitDelete(DeleteNode delete);

    void visitMerge(MergeNode merge);

    void visitBatch(BatchNode batch);

    void visitScript(ScriptNode script);
}
