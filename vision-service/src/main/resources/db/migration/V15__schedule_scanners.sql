-- When a scanner's next turn is, and until when somebody makes its estimate anew.
alter table scanner
    add column next_sweep_at timestamptz not null default now(),
    add column estimate_lease_until timestamptz;

create index ix_scanner_next_sweep on scanner (next_sweep_at) where enabled;
create index ix_scanner_estimated_at on scanner (estimated_at nulls first);

-- Where a session falls in the sample of a scanner: 0 to 9999, from the first 64 bits of a hash, always the same.
-- 7296 is 2^32 modulo 10000.
create function sample_draw(session_id text, scanner_id uuid) returns integer
    language sql immutable parallel safe
    return ((('x' || substr(md5(session_id || scanner_id::text), 1, 8))::bit(32)::bigint * 7296
            + ('x' || substr(md5(session_id || scanner_id::text), 9, 8))::bit(32)::bigint) % 10000)::integer;
