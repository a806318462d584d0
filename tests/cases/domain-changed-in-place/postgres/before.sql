create domain d as text constraint d_a check (value <> '');
create table t(id int primary key, e d);
