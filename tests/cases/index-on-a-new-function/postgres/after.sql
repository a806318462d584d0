create function f(int) returns int language sql immutable as 'select $1';
create table t(id int primary key, a int, b text);
create index i on t(f(a));
