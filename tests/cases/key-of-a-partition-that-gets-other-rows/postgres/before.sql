create table owner (id integer primary key);
create table item (id integer, owner integer references owner) partition by list (id);
create table item_1 partition of item for values in (1);
