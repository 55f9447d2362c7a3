package dev.sightline.signals.processing;

/** SQL of lanes and of the signals that wait in them. */
final class LaneQueries {

    /**
     * Which of some signals are neither stored nor waiting, by their place. $1 to $6: their identities. Each is looked up
     * by itself; a join would read whatever else the projects have.
     */
    static final String FRESH = """
            select position::int as position
            from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[])
                with ordinality as a (project_id, id, product, type, source_id, idempotent, position)
            where coalesce(
                (select true from signal s where s.project_id = a.project_id and s.id = a.id limit 1),
                (select true from pending_signal s where s.project_id = a.project_id and s.id = a.id limit 1),
                case when a.idempotent then coalesce(
                    (select true from signal s
                     where s.project_id = a.project_id and s.source_product = a.product and s.source_type = a.type
                       and s.source_id = a.source_id and s.idempotent
                     limit 1),
                    (select true from pending_signal s
                     where s.project_id = a.project_id and s.source_product = a.product and s.source_type = a.type
                       and s.source_id = a.source_id and s.idempotent
                     limit 1)) end) is null
            order by position""";

    /**
     * Adds signals that are not waiting yet and makes their lanes due. The replica that adds keeps or takes the lane
     * unless another one holds it. One that was stored in the meantime is recognised when its lane is worked on.
     *
     * <p>$1 to $7: columns of the signals; $8 batch, $9 flush, $10 owner, $11 lease; durations in milliseconds.
     */
    static final String ADD = """
            with arrived as (
                select * from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[],
                                     $7::text[])
                    with ordinality as a (project_id, id, product, type, source_id, idempotent, message, position)
            ), added as (
                insert into pending_signal (project_id, id, source_product, source_type, source_id, idempotent, message,
                                            received_at)
                select project_id, id, product, type, source_id, idempotent, message, now()
                from arrived
                order by project_id, position
                on conflict do nothing
                returning project_id
            ), counted as (
                select project_id, count(*)::int as signals from added group by project_id order by project_id
            )
            insert into lane as l (project_id, pending, due_at, owner, lease_until)
            select project_id, signals, now() + case when signals >= $8 then 0 else $9 end * interval '1 ms', $10,
                   now() + $11 * interval '1 ms'
            from counted
            on conflict (project_id) do update set
                pending = l.pending + excluded.pending,
                due_at = case when l.pending + excluded.pending >= $8
                              then least(l.due_at, now())
                              else coalesce(l.due_at, excluded.due_at) end,
                epoch = l.epoch + (l.lease_until > now() is not true and l.owner is distinct from excluded.owner)::int,
                owner = case when l.lease_until > now() then l.owner else excluded.owner end,
                lease_until = case when l.lease_until > now() and l.owner <> excluded.owner
                                   then l.lease_until
                                   else excluded.lease_until end""";

    /** Takes lanes that are due and not another replica's. $1 owner, $2 lease ms, $3 how many, $4 those at work here. */
    static final String CLAIM = """
            update lane l
            set owner = $1, lease_until = now() + $2 * interval '1 ms',
                epoch = l.epoch + (l.owner is distinct from $1)::int
            from (select project_id from lane
                  where due_at <= now()
                    and (paused_until is null or paused_until <= now())
                    and (owner = $1 or lease_until is null or lease_until <= now())
                    and project_id <> all ($4::int[])
                  order by due_at
                  limit $3
                  for update skip locked) due
            where l.project_id = due.project_id
            returning l.project_id, l.epoch""";

    /** Keeps the lanes that are at work here. $1 owner, $2 lease ms, $3 their projects. */
    static final String RENEW = """
            update lane set lease_until = now() + $2 * interval '1 ms'
            where project_id = any ($3::int[]) and owner = $1 and lease_until > now()""";

    /** Holds the lane to the end of the transaction; no row if it has become another replica's. */
    static final String HOLD = """
            select project_id from lane
            where project_id = $1 and owner = $2 and lease_until > now()
            for update""";

    /** The signals that have waited longest. */
    static final String OLDEST = """
            select seq, attempts, message from pending_signal
            where project_id = $1
            order by seq
            limit $2""";

    /** Takes signals out of the lane and says when the next are due. $2 their seqs, $3 batch, $4 flush ms. */
    static final String SETTLE = """
            with gone as (
                delete from pending_signal where project_id = $1 and seq = any ($2::bigint[]) returning seq
            ), left_over as (
                select l.pending - (select count(*) from gone)::int as pending from lane l where l.project_id = $1
            )
            update lane l
            set pending = o.pending,
                due_at = case
                    when o.pending = 0 then null
                    when o.pending >= $3 then now()
                    else (select p.received_at from pending_signal p
                          where p.project_id = $1 and p.seq <> all ($2::bigint[])
                          order by p.seq
                          limit 1) + $4 * interval '1 ms' end
            from left_over o
            where l.project_id = $1""";

    /** Counts a failed attempt and lets the lane rest. $2 seqs, $3 wait ms, $4 owner. */
    static final String POSTPONE = """
            with failed as (
                update pending_signal set attempts = attempts + 1 where project_id = $1 and seq = any ($2::bigint[])
            )
            update lane set due_at = now() + $3 * interval '1 ms' where project_id = $1 and owner = $4""";

    static final String RELEASE = "update lane set lease_until = null where owner = $1 and lease_until > now()";

    private LaneQueries() {}
}
