create function shown(t text) returns text language sql immutable as 'select lower(t)';
create table item (
    id integer primary key,
    name text default shown('Name'),
    slug text generated always as (shown(name)) stored,
    check (shown(name) <> '')
);
create index item_shown on item (shown(name));
create view listed as select id, shown(name) as name from item;
