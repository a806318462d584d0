create function f(x int) returns bool language sql immutable as 'select x>1';
create table t(id int primary key, a int check (f(a)));
