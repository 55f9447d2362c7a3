-- Sources that are imported: when each is due, and which replica is at it. How the last one went stands in the
-- configuration.
create table source_import (
    project_id     integer     not null,
    source_product text        not null,
    source_type    text        not null,
    due_at         timestamptz not null,
    owner          uuid,
    lease_until    timestamptz,
    constraint pk_source_import primary key (project_id, source_product, source_type)
);

create index ix_source_import_due on source_import (due_at);

-- How far the issues of a repository have been read.
create table repository_import (
    project_id integer     not null,
    repository text        not null,
    since      timestamptz not null,
    etag       text,
    constraint pk_repository_import primary key (project_id, repository)
);
