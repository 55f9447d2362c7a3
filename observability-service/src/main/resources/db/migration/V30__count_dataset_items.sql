-- How many items each dataset shows, because counting a million rows takes longer than reading a page of them. Triggers
-- keep the numbers in the transaction of the change; slots keep writers of one dataset from waiting for each other.
create table dataset_item_count (
    project_id integer not null,
    dataset_id uuid not null,
    slot smallint not null,
    items bigint not null,
    constraint pk_dataset_item_count primary key (project_id, dataset_id, slot)
);

insert into dataset_item_count (project_id, dataset_id, slot, items)
select project_id, dataset_id, 0, count(*) from dataset_item where deleted is not true group by project_id, dataset_id;

create function count_inserted_dataset_items() returns trigger language plpgsql as $$
begin
    insert into dataset_item_count as c (project_id, dataset_id, slot, items)
    select project_id, dataset_id, pg_backend_pid() % 8, count(*) from added where deleted is not true
    group by project_id, dataset_id order by project_id, dataset_id
    on conflict on constraint pk_dataset_item_count do update set items = c.items + excluded.items;
    return null;
end $$;

create function count_removed_dataset_items() returns trigger language plpgsql as $$
begin
    insert into dataset_item_count as c (project_id, dataset_id, slot, items)
    select project_id, dataset_id, pg_backend_pid() % 8, -count(*) from removed where deleted is not true
    group by project_id, dataset_id order by project_id, dataset_id
    on conflict on constraint pk_dataset_item_count do update set items = c.items + excluded.items;
    return null;
end $$;

-- A change that neither moves nor deletes nor restores touches no number.
create function count_changed_dataset_items() returns trigger language plpgsql as $$
begin
    insert into dataset_item_count as c (project_id, dataset_id, slot, items)
    select project_id, dataset_id, pg_backend_pid() % 8, sum(change)
    from (
        select project_id, dataset_id, -1 as change from removed where deleted is not true
        union all
        select project_id, dataset_id, 1 from added where deleted is not true
    ) changes
    group by project_id, dataset_id having sum(change) <> 0 order by project_id, dataset_id
    on conflict on constraint pk_dataset_item_count do update set items = c.items + excluded.items;
    return null;
end $$;

create trigger count_inserted_dataset_items after insert on dataset_item
    referencing new table as added for each statement execute function count_inserted_dataset_items();

create trigger count_removed_dataset_items after delete on dataset_item
    referencing old table as removed for each statement execute function count_removed_dataset_items();

create trigger count_changed_dataset_items after update on dataset_item
    referencing old table as removed new table as added
    for each statement execute function count_changed_dataset_items();
