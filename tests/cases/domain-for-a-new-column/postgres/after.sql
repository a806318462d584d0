create domain d as text check (value <> '') not null default 'x';
create table t(id int primary key, e d);
