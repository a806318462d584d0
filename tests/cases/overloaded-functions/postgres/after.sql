create function f(int) returns int language sql as 'select 3';
create function f(text, int) returns int language sql as 'select 2';
