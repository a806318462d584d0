create schema s;
create function s.f() returns int language sql as 'select 1';
create view s.v as select s.f() as x;
