create table item (id integer, name text);
create view listed as select id from item;
create table kept (item listed);
