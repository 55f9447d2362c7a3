package dev.sightline.observability.event;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What a day's partition is called, and the statements about it. Nothing in them comes from a client. */
final class PartitionName {

    /** One maker or dropper at a time; the number is arbitrary and means this. */
    static final String LOCK = "select pg_advisory_xact_lock(7201402)";

    /** The partitions of a table. */
    static final String LIST = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass($1)
            """;

    private PartitionName() {}

    static String of(String table, LocalDate day) {
        return table + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    static String create(String table, LocalDate day) {
        return "create table if not exists %s partition of %s for values from ('%s') to ('%s')"
                .formatted(of(table, day), table, day, day.plusDays(1));
    }
}
