-- Questions about many phones, for DuckDB; ClickHouse and Spark read the same files.
--   flat-profile fleet site.xml --devices phones.csv --format jsonl > fleet-1.jsonl
-- With --shard 1/4 to 4/4 on four machines there are four such files.

create table fleet as select * from read_json('fleet-*.jsonl', union_by_name = true);

-- How many phones of each model would take which load.
select model, upgrade, load, count(*) as phones from fleet group by all order by phones desc, model;

-- Phones that fetch nothing by their first rule.
select id, model from fleet where rules.Profile_Rule.taken = 0 order by id;

copy fleet to 'fleet.parquet';
