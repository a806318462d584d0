create table n(id int);
create function f() returns setof n language sql as 'select * from n';
create view v as select * from f();
create view w as select * from v;
create function g(v) returns int language sql as 'select $1.id';
create view x as select g(v.*) as y from v;
