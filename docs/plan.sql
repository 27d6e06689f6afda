-- What a change does to many phones, for DuckDB:
--   flat-profile plan --format jsonl > plan-1.jsonl
-- With --shard 1/4 to 4/4 on four machines there are four such files.

create table plan as select * from read_json('plan-*.jsonl', union_by_name = true);

-- Phones of each kind of change; one phone may be of several.
select kind, count(*) as phones
from (select unnest(kinds) as kind from plan)
group by all order by phones desc, kind;

-- When phones that change ask for the change, and how many seconds it takes at most.
select lands.cause as cause, lands.latest as latest, count(*) as phones
from plan
where not list_contains(kinds, 'none')
group by all order by phones desc, latest;

-- The settings that change, and how.
select change.name as name, change."from" as old, change."to" as new, count(*) as phones
from (select unnest(changes) as change from plan)
group by all order by phones desc, name, old, new;
