package io.sluice.sql.tree;

import io.sluice.sql.tree.Atom.Bind;
import java.util.List;

/** SQL by hand: texts with values in their gaps, one text more than values. */
public record TextNode(List<String> texts, List<Bind> gaps, List<ResultItem> items) implements QueryNode {
    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitText(this);
    }
}
