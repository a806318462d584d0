create type place as (street text, zip integer);
create type visit as (place place, day date);
create table person (id integer primary key, home place, visits visit[]);
create function zip(place) returns integer language sql as 'select ($1).zip';
create view listed as select (home).zip from person;
comment on column place.zip is 'a number';
