create domain d as text default 'q' constraint d_b check (value <> 'b');
create table t(id int primary key, e d);
