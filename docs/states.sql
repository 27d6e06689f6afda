-- What many phones end up with, for DuckDB:
--   flat-profile resolve --devices phones.csv --format states --out site
-- Each phone names a state; the settings of a state are written once.
-- With --shard 1/4 and --out site-1 to 4/4 and site-4 there are four folders, which may have the same states.

create table devices as select * from read_json('site*/devices.jsonl', union_by_name = true);
create table states as select distinct on (state, name) * from read_json('site*/states.jsonl', union_by_name = true);

select outcome, firmware, count(*) as phones from devices group by all order by phones desc, firmware;

-- Which phones have which value of a setting, and the file that sets it.
select s.value, s.file, count(*) as phones
from devices d join states s using (state)
where s.name = 'Resync_Periodic'
group by all order by phones desc, value, file;
