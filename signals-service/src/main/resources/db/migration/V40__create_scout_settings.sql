-- What administrators set for scouts: one row a project, and row 0 for the whole fleet. Everything in it is optional.
create table scout_settings (
    project_id integer not null,
    settings   jsonb   not null,
    constraint pk_scout_settings primary key (project_id)
);
