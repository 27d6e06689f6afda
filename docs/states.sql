-- What many phones end up with, for DuckDB:
--   flat-profile resolve --devices phones.csv --format states --out site
-- Each phone names a state; the settings of a state are written once.

create table devices as select * from read_json('site/devices.jsonl');
create table states as select * from read_json('site/states.jsonl', union_by_name = true);

select outcome, firmware, count(*) as phones from devices group by all order by phones desc;

-- Which phones have which value of a setting, and the file that sets it.
select s.value, s.file, count(*) as phones
from devices d join states s using (state)
where s.name = 'Resync_Periodic'
group by all order by phones desc;
