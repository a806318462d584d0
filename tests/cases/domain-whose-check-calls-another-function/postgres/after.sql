create function is_fine(text, integer) returns boolean language sql immutable as $$ select length($1) between 1 and $2 $$;
create domain word as varchar(20) check (is_fine(value, 20));
create table item (id integer primary key, name word);
