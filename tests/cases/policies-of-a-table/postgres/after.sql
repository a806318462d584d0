create table t(id int primary key, a int, b text);
create function f(int) returns bool language sql as 'select true';
create policy p on t for select to current_user using (f(a));
create policy q on t as restrictive for insert with check (a > 0);
