-- Answers of language models, kept for a day so that work that starts over does not ask, and pay, again. A question is
-- known by the hash of all that was asked.
create table model_answer (
    project_id  integer     not null,
    question    text        not null,
    answer      text        not null,
    answered_at timestamptz not null,
    constraint pk_model_answer primary key (project_id, question)
);

create index ix_model_answer_answered on model_answer (answered_at);
