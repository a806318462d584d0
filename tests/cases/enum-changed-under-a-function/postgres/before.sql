CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE person (id integer PRIMARY KEY, feels mood);
CREATE FUNCTION is_fine(mood) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 = 'ok' $$;
