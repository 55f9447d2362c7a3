-- The books of an ended observation in one call: its receipt and its sums. A function, because the server then keeps the
-- plans of its statements, whose making costs more than their work. Sums are shared by all observations of a scanner;
-- answers come in the order of their key, so that two transactions never wait for each other.
create function book_observation(
    of_project integer, of_scanner uuid, observation uuid, of_day date, outcome text, by_trigger text, said text,
    times bigint, booked_at timestamptz, kinds text[], answers text[], counts bigint[], given_tags text[])
    returns void language plpgsql as $$
begin
    if outcome = 'succeeded' then
        insert into usage_receipt (project_id, observation_id, scanner_id, created_at)
        values (of_project, observation, of_scanner, booked_at)
        on conflict do nothing;
    end if;
    insert into observation_day_tally as t
           (project_id, scanner_id, day, status, triggered_by, verdict, total, tagged)
    values (of_project, of_scanner, of_day, outcome, by_trigger, said, times,
            case when cardinality(given_tags) > 0 then times else 0 end)
    on conflict on constraint pk_observation_day_tally
    do update set total = t.total + excluded.total, tagged = t.tagged + excluded.tagged;
    if cardinality(given_tags) > 0 then
        insert into observation_tag_set_tally as t (project_id, scanner_id, tags, triggered_by, total)
        values (of_project, of_scanner, given_tags, by_trigger, times)
        on conflict on constraint pk_observation_tag_set_tally do update set total = t.total + excluded.total;
    end if;
    if cardinality(kinds) > 0 then
        insert into observation_answer_tally as t (project_id, scanner_id, kind, value, triggered_by, total)
        select of_project, of_scanner, a.kind, a.value, by_trigger, a.total
          from unnest(kinds, answers, counts) as a (kind, value, total)
         order by a.kind, a.value
        on conflict on constraint pk_observation_answer_tally do update set total = t.total + excluded.total;
    end if;
end $$;
