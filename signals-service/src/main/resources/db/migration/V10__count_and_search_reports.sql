-- What lists of reports need to be quick however many there are. All of it is kept in the transaction that writes the
-- report, by triggers, so that no writer can forget it.
create extension if not exists btree_gin;
create extension if not exists pg_trgm;

alter table report
    add column has_implementation_pr boolean not null
        generated always as (coalesce(implementation_pr_url, '') <> '') stored;

-- The order that is default, among the reports that a filter leaves.
create index ix_report_project_priority_rank on report (project_id, priority, status_rank, updated_at desc, id)
    where priority is not null;
create index ix_report_project_actionability_rank
    on report (project_id, actionability, status_rank, updated_at desc, id) where actionability is not null;
create index ix_report_project_rank_pr on report (project_id, status_rank, updated_at desc, id)
    where has_implementation_pr;
create index ix_report_project_products on report using gin (project_id, source_products);
create index ix_report_project_reviewers on report using gin (project_id, reviewers) where reviewers <> '{}';

-- How many reports there are of each kind. Every statement that changes reports appends by how much it changed that, and
-- waits for nobody; what was appended is added up now and then. The sum of a project's rows is always right.
create table report_tally (
    project_id            integer  not null,
    status_rank           smallint not null,
    priority              text,
    actionability         text,
    has_implementation_pr boolean  not null,
    source_products       text[]   not null,
    reports               bigint   not null,
    settled               boolean  not null default false
);

create index ix_report_tally_project on report_tally (project_id);
create index ix_report_tally_unsettled on report_tally (project_id) where not settled;

-- The words of reports apart from what changes with every signal, since an index of words is dear to change.
create table report_wording (
    project_id integer not null,
    report_id  uuid    not null,
    title      text,
    summary    text,
    constraint pk_report_wording primary key (project_id, report_id)
);

create index ix_report_wording_project_words on report_wording
    using gin (project_id, title gin_trgm_ops, summary gin_trgm_ops);

insert into report_tally
select project_id, status_rank, priority, actionability, has_implementation_pr, source_products, count(*), true
from report
group by 1, 2, 3, 4, 5, 6;

insert into report_wording select project_id, id, title, summary from report;

create function follow_new_reports() returns trigger language plpgsql as $$
begin
    insert into report_tally
    select project_id, status_rank, priority, actionability, has_implementation_pr, source_products, count(*)
    from new_reports
    group by 1, 2, 3, 4, 5, 6;
    insert into report_wording select project_id, id, title, summary from new_reports;
    return null;
end $$;

create function follow_changed_reports() returns trigger language plpgsql as $$
begin
    insert into report_tally
    select project_id, status_rank, priority, actionability, has_implementation_pr, source_products, sum(reports)
    from (select project_id, status_rank, priority, actionability, has_implementation_pr, source_products, 1 as reports
          from new_reports
          union all
          select project_id, status_rank, priority, actionability, has_implementation_pr, source_products, -1
          from old_reports) change
    group by 1, 2, 3, 4, 5, 6
    having sum(reports) <> 0;
    update report_wording w set title = n.title, summary = n.summary
    from new_reports n
    join old_reports o on o.project_id = n.project_id and o.id = n.id
    where w.project_id = n.project_id and w.report_id = n.id
      and (o.title is distinct from n.title or o.summary is distinct from n.summary);
    return null;
end $$;

create function follow_gone_reports() returns trigger language plpgsql as $$
begin
    insert into report_tally
    select project_id, status_rank, priority, actionability, has_implementation_pr, source_products, -count(*)
    from old_reports
    group by 1, 2, 3, 4, 5, 6;
    delete from report_wording w using old_reports o where w.project_id = o.project_id and w.report_id = o.id;
    return null;
end $$;

create trigger report_created after insert on report
    referencing new table as new_reports
    for each statement execute function follow_new_reports();
create trigger report_changed after update on report
    referencing old table as old_reports new table as new_reports
    for each statement execute function follow_changed_reports();
create trigger report_gone after delete on report
    referencing old table as old_reports
    for each statement execute function follow_gone_reports();
