package io.sluice.dialect.mariadb;

import io.sluice.dialect.ReservedWords;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What MariaDB reserves beyond the standard: the words its server refuses as a name in one place or another. */
final class MariadbWords {
    static final Set<String> RESERVED = Stream.concat(
                    ReservedWords.STANDARD.stream(), Stream.of("""
            accessible add asensitive before blob cascade change condition continue convert databases day_hour
            day_microsecond day_minute day_second delayed delete_domain_id deterministic distinctrow div do_domain_ids dual
            each elseif enclosed escaped exit float4 float8 force fulltext high_priority hour_microsecond hour_minute
            hour_second ignore ignore_domain_ids infile insensitive int1 int2 int3 int4 int8 iterate keys kill leave linear
            lines load lock long longblob longtext loop low_priority master_demote_to_replica master_demote_to_slave
            master_ssl_verify_server_cert maxvalue mediumblob mediumint mediumtext middleint minute_microsecond
            json_arrayagg json_objectagg
            minute_second mod modifies no_write_to_binlog optimize optionally outfile page_checksum parse_vcol_expr portion
            purge read_write reads ref_system_id repeat require resignal rlike row_number schemas second_microsecond
            sensitive separator signal spatial specific sql sql_after_gtids sql_before_gtids sql_big_result
            sql_buffer_result sql_cache sql_calc_found_rows sql_no_cache sql_small_result sqlexception sqlstate sqlwarning
            ssl starting stats_auto_recalc stats_persistent stats_sample_pages straight_join system terminated tinyblob
            tinyint tinytext undo unlock unsigned usage use utc_date utc_time utc_timestamp varbinary varcharacter while
            write xor year_month zerofill
            """.strip().split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private MariadbWords() {}
}
