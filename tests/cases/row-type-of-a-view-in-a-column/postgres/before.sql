create table item (id integer, name text);
create view listed as select id, name from item;
create table kept (item listed);
