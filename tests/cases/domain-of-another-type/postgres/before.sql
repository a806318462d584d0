create domain code as varchar(10) check (value <> '');
create domain short_code as code check (length(value) < 5);
create table item (
    id integer primary key,
    code code default 'x' not null unique,
    shorts short_code[],
    check (length(code) > 0)
);
create index item_code on item (lower(code));
create table kind (code short_code primary key);
create table item_kind (kind short_code references kind);
create function shown(code) returns code language sql as 'select $1';
create view listed as select shown(code) as code from item;
comment on domain code is 'what is printed';
comment on constraint code_check on domain code is 'not empty';
