-- How the text of a property reads as a number, a time or a version; null where it does not.
create function property_number(property text) returns numeric
    language sql immutable parallel safe
    return case when property ~ '^\s*[+-]?[0-9]{1,100}(\.[0-9]{1,100})?([eE][+-]?[0-9]{1,2})?\s*$'
                then property::numeric end;

-- Without a zone it is UTC; a number counts seconds, or with 13 digits milliseconds, since 1970.
create function property_time(property text) returns timestamptz
    language sql stable parallel safe
    return case when property ~ '^[0-9]{10}(\.[0-9]{1,9})?$' then to_timestamp(property::double precision)
                when property ~ '^[0-9]{13}$' then to_timestamp(property::double precision / 1000)
                when property !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]|$)' then null
                when not pg_input_is_valid(property, 'timestamptz') then null
                when property ~ '(Z|[+-][0-9]{2}(:?[0-9]{2})?)$' and length(property) > 10 then property::timestamptz
                else property::timestamp at time zone 'UTC' end;

-- Three parts; what is missing is 0, a pre-release is cut off.
create function property_version(property text) returns integer[]
    language sql immutable parallel safe
    return case when property ~ '^\s*v?[0-9]{1,9}(\.[0-9]{1,9}){0,2}([-+].*)?\s*$' then array[
        coalesce(substring(property from '^\s*v?([0-9]+)')::integer, 0),
        coalesce(substring(property from '^\s*v?[0-9]+\.([0-9]+)')::integer, 0),
        coalesce(substring(property from '^\s*v?[0-9]+\.[0-9]+\.([0-9]+)')::integer, 0)] end;
