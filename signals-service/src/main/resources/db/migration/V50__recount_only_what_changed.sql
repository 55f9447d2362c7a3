-- A report changes several times while it is judged, mostly without changing its kind or its words. Rows are looked at one
-- by one, before anything is called: that costs half of what comparing the rows of each statement did.
drop trigger report_changed on report;
drop function follow_changed_reports();

create function recount_report() returns trigger language plpgsql as $$
begin
    insert into report_tally (project_id, status_rank, priority, actionability, has_implementation_pr, source_products,
                              reports)
    values (old.project_id, old.status_rank, old.priority, old.actionability, old.has_implementation_pr,
            old.source_products, -1),
           (new.project_id, new.status_rank, new.priority, new.actionability, new.has_implementation_pr,
            new.source_products, 1);
    return null;
end $$;

create function reword_report() returns trigger language plpgsql as $$
begin
    update report_wording set title = new.title, summary = new.summary
    where project_id = new.project_id and report_id = new.id;
    return null;
end $$;

create trigger report_recounted after update on report
    for each row
    when ((old.status_rank, old.priority, old.actionability, old.has_implementation_pr, old.source_products)
          is distinct from
          (new.status_rank, new.priority, new.actionability, new.has_implementation_pr, new.source_products))
    execute function recount_report();
create trigger report_reworded after update on report
    for each row
    when (old.title is distinct from new.title or old.summary is distinct from new.summary)
    execute function reword_report();
