package io.sluice.schema;

import io.sluice.sql.Renderer;
import io.sluice.sql.tree.TableNode;

/**
 * SQL by hand that stands after the columns of a CREATE TABLE, for one dialect; the others do not say it. It is taken as
 * it is, so nothing that comes from outside a program may be part of it.
 *
 * <pre>{@code
 * declare(TableOption.of(Dialects.MARIADB, "ROW_FORMAT = COMPRESSED"));
 * }</pre>
 */
public final class TableOption implements TablePart {
    private final TableNode.Option node;

    private TableOption(TableNode.Option node) {
        this.node = node;
    }

    public static TableOption of(Renderer dialect, String sql) {
        return new TableOption(new TableNode.Option(dialect.name(), TableName.requireText(sql, "a table option")));
    }

    TableNode.Option node() {
        return node;
    }
}
