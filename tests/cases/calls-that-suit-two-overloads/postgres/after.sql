create function shown(t text, longest integer default 10) returns text language sql immutable as 'select left(lower(t), longest)';
create table item (
    id integer primary key,
    name text default shown('Name'),
    slug text generated always as (shown(name, 5)) stored,
    check (shown(name) <> '')
);
create index item_shown on item (shown(name));
create view listed as select id, shown(name) as name from item;
