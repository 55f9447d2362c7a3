-- The last tick of the schedule that was dispatched, by whichever replica.
create table scout_tick (
    id   smallint    not null default 1,
    tick timestamptz not null,
    constraint pk_scout_tick primary key (id),
    constraint ck_scout_tick_one check (id = 1)
);

insert into scout_tick (tick) values ('-infinity');

create index ix_scout_config_due on scout_config (project_id, skill_name) where enabled;
