package dev.sightline.messaging;

/** The statements on the tables of the outbox. */
final class OutboxQueries {

    /** Channel on which an append wakes the relays; the notice leaves the server with the commit. */
    static final String CHANNEL = "outbox";

    static final String APPEND = """
            with appended as (
                insert into outbox (lane, id, topic, key, type, payload, traceparent)
                select lane, id, topic, key, type, payload, $7
                from unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
                    with ordinality as message (lane, id, topic, key, type, payload, number)
                order by number)
            select pg_notify('outbox', '')
            """;

    /** The lanes whose oldest message waits longest, of those that no other relay holds. */
    static final String CLAIM_LANES = """
            select outbox_lane.lane
            from outbox_lane
            cross join lateral (
                select position from outbox where outbox.lane = outbox_lane.lane order by position limit 1) as head
            order by head.position
            limit $1
            for update of outbox_lane skip locked
            """;

    /** The first messages of each lane, as many as the limits on number and bytes allow and at least one. */
    static final String READ = """
            select lane, position, id, topic, key, type, payload, traceparent, appended_at
            from (
                select first.*, sum(octet_length(payload)) over lane_order - octet_length(payload) as bytes_before
                from unnest($1::smallint[]) as claimed (lane)
                cross join lateral (
                    select * from outbox where outbox.lane = claimed.lane order by position limit $2) as first
                window lane_order as (partition by first.lane order by first.position)) as counted
            where bytes_before < $3
            order by lane, position
            """;

    static final String DELETE = """
            delete from outbox
            using unnest($1::smallint[], $2::bigint[]) as done (lane, position)
            where outbox.lane = done.lane and outbox.position = done.position
            """;

    /** Keeps a message that the broker will never take; its row in the queue is deleted with the published ones. */
    static final String REFUSE = """
            insert into outbox_refused (position, id, topic, key, type, payload, traceparent, appended_at, reason)
            select position, id, topic, key, type, payload, traceparent, appended_at, $3
            from outbox
            where lane = $1 and position = $2
            """;

    static final String WAITING = """
            select count(*) as rows, coalesce(extract(epoch from clock_timestamp() - min(appended_at)), 0)::float8 as age
            from outbox
            """;

    private OutboxQueries() {}
}
