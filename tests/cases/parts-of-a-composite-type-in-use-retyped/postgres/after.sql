create type place as (street text, zip text);
create type visit as (place place, day text);
create table person (id integer primary key, home place, visits visit[]);
create function zip(place) returns text language sql as 'select ($1).zip';
create view listed as select (home).zip from person;
comment on column place.zip is 'a number, with its zeros';
comment on column place.street is 'and house';
