create type c as (a int, b text);
create table t(id int, x c, y c[]);
create function f(c) returns int language sql as 'select $1.a';
