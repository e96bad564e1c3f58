package io.sluice.dialect;

import java.util.Set;

/** Words that standard SQL reserves, and with it most databases. Quoting one too many does no harm. */
public final class ReservedWords {
    public static final Set<String> STANDARD = Set.of("""
            initially json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
            json_serialize json_table json_value merge_action normalize
            all alter analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
            by call case cast char character check coalesce collate collation column commit concurrently constraint create
            cross cube current current_catalog current_date current_path current_role current_schema current_time
            current_timestamp current_user cursor day dec decimal declare default deferrable delete desc describe distinct
            do double drop else end escape except exec execute exists explain extract false fetch filter first float for
            foreign freeze from full function global grant greatest group grouping groups having hour if ilike in index
            inner inout insert int integer intersect interval into is isnull join key last lateral leading least left like
            limit local localtime localtimestamp match merge minus minute month national natural nchar new next no none not
            notnull null nullif nulls numeric of offset old on only open or order out outer over overlaps overlay partition
            percent placing position precision primary procedure public qualify range read real recursive references
            regexp release rename replace restrict return returning revoke right rollback rollup row rows savepoint schema
            second select session session_user set setof show similar smallint some start substring symmetric system_user
            table tablesample then time timestamp to top trailing treat trigger trim true truncate uescape union unique
            unknown update user using value values varchar variadic varying verbose view when where window with within
            without work xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable year
            """.strip().split("\\s+"));

    private ReservedWords() {}
}
