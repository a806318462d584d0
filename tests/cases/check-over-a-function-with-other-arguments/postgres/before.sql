create function f(int) returns bool language sql immutable as 'select $1>0';
create table t(id int primary key, a int check (f(a)));
