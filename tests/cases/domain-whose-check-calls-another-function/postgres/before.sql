create function is_fine(text) returns boolean language sql immutable as $$ select $1 <> '' $$;
create domain word as text check (is_fine(value));
create table item (id integer primary key, name word);
