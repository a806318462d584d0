create table item (id bigint primary key, price integer);
create materialized view costly as select id from item where price > 10 with no data;
create unique index costly_id on costly (id);
create materialized view cheap as select id from item where price < 10 with no data;
