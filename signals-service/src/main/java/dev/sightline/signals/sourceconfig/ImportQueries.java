package dev.sightline.signals.sourceconfig;

/** SQL of imports. $1 and $2 name the source, or $1 the project and $2 and $3 the source. Durations in milliseconds. */
final class ImportQueries {

    /** Sources that were switched on become due at once; those that were switched off are forgotten. */
    static final String ENROLL = """
            with off as (
                delete from source_import i using source_config c
                where c.project_id = i.project_id and c.source_product = i.source_product and c.source_type = i.source_type
                  and i.source_product = $1 and i.source_type = $2 and not c.enabled
                  and (i.lease_until is null or i.lease_until <= now())
            )
            insert into source_import (project_id, source_product, source_type, due_at)
            select project_id, source_product, source_type, now() from source_config
            where source_product = $1 and source_type = $2 and enabled
            order by project_id
            on conflict do nothing""";

    /** $3 owner, $4 lease. */
    static final String CLAIM = """
            with due as (
                select i.project_id, c.config::text as config
                from source_import i
                join source_config c using (project_id, source_product, source_type)
                where c.enabled and i.source_product = $1 and i.source_type = $2 and i.due_at <= now()
                  and (i.lease_until is null or i.lease_until <= now())
                order by i.due_at
                limit 1
                for update of i skip locked
            ), claimed as (
                update source_import i set owner = $3, lease_until = now() + $4 * interval '1 ms'
                from due
                where i.project_id = due.project_id and i.source_product = $1 and i.source_type = $2
                returning i.project_id, due.config
            ), shown as (
                update source_config c set status = 'running'
                from claimed
                where c.project_id = claimed.project_id and c.source_product = $1 and c.source_type = $2
            )
            select project_id, config from claimed""";

    /** $4 owner, $5 lease. */
    static final String KEEP = """
            update source_import set lease_until = now() + $5 * interval '1 ms'
            where project_id = $1 and source_product = $2 and source_type = $3 and owner = $4 and lease_until > now()
            returning project_id""";

    /** $4 owner, $5 rest, $6 status. */
    static final String FINISH = """
            with over as (
                update source_import set due_at = now() + $5 * interval '1 ms', owner = null, lease_until = null
                where project_id = $1 and source_product = $2 and source_type = $3 and owner = $4
                returning project_id
            )
            update source_config c set status = $6
            from over
            where c.project_id = over.project_id and c.source_product = $2 and c.source_type = $3""";

    private ImportQueries() {}
}
