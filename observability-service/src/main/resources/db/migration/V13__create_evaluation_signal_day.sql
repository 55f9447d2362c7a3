-- How many signals an evaluation has sent on a UTC day, for its cap.
create table evaluation_signal_day (
    project_id integer not null,
    evaluation_id uuid not null,
    day date not null,
    sent integer not null,
    constraint pk_evaluation_signal_day primary key (project_id, evaluation_id, day)
);
