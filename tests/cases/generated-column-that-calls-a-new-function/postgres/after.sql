create function f(int) returns int language sql immutable as 'select $1';
create table t(id int primary key, a int, b text, c int generated always as (f(a)) stored);
