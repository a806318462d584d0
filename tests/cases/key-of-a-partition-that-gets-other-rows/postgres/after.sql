create table owner (id bigint primary key);
create table item (id integer, owner bigint references owner on delete cascade) partition by list (id);
create table item_1 partition of item for values in (1, 2);
