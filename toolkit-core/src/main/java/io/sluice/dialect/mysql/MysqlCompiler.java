package io.sluice.dialect.mysql;

import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.mariadb.MariadbCompiler;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.SelectNode.Lock;
import io.sluice.sql.tree.SelectNode.Strength;
import io.sluice.sql.tree.Tail;
import io.sluice.type.Family;
import io.sluice.type.SqlType;

/** Where MySQL disagrees with MariaDB. */
final class MysqlCompiler extends MariadbCompiler {

    MysqlCompiler(MysqlDialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    /** MySQL can. */
    @Override
    protected void lateral() {}

    /** MySQL can. */
    @Override
    protected void rollupInOrder() {}

    /** MySQL can. */
    @Override
    protected void requireNoWith(Chain<CommonTable> with, String what) {}

    @Override
    protected void lock(Lock lock) {
        if (lock.strength() == Strength.NO_KEY_UPDATE || lock.strength() == Strength.KEY_SHARE) {
            super.lock(lock);
            return;
        }
        out.text(lock.strength() == Strength.UPDATE ? " FOR UPDATE" : " FOR SHARE");
        String word = " OF ";
        for (Qualifier source : lock.of()) {
            out.text(word).identifier(source.name());
            word = ", ";
        }
        waiting(lock.waiting());
    }

    @Override
    protected void tail(Tail tail) {
        if (tail.withTies()) {
            throw cannot("a limit with ties", "keep the rows whose rank().over(…) in a derived table is small enough");
        }
        super.tail(tail);
    }

    @Override
    protected void requireWholeTexts() {
        throw cannot(
                "stringAgg(…) without cutting off what is longer than group_concat_max_len",
                "set that for the session and use aggregate(\"group_concat\", TEXT, …)");
    }

    @Override
    protected String castName(SqlType<?> type) {
        return type.family() == Family.JSON ? "JSON" : super.castName(type);
    }

    @Override
    public void visitNextValue(Atom.NextValue next) {
        throw cannot("a sequence", "use generated() columns");
    }

    @Override
    protected void returning(ChangeNode change) {
        if (!change.returning().isEmpty()) {
            throw cannot("RETURNING", "select the rows by their keys afterwards, in the same transaction");
        }
    }
}
