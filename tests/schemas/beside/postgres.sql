-- Views, functions, triggers, policies and types of every shape.
CREATE SCHEMA stats;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a integer, b text);
CREATE DOMAIN email AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TABLE person (id serial PRIMARY KEY, name varchar(40) NOT NULL, mail email, feels mood NOT NULL DEFAULT 'ok', tags text[], data jsonb, old json, born date, updated_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE pet (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner_id integer REFERENCES person, name text NOT NULL, price numeric(8, 2), place point, span int4range, code char(3));
CREATE TABLE stats.visit (at timestamp NOT NULL, person_id integer NOT NULL REFERENCES public.person, PRIMARY KEY (at, person_id));
CREATE FUNCTION shout(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper(t) || ';' $$;
CREATE FUNCTION shout(t text, times integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT repeat(shout(t), times) $$;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at = now();
  RETURN NEW;
END
$$;
CREATE FUNCTION pets_of(p person) RETURNS SETOF pet LANGUAGE sql STABLE AS $$ SELECT * FROM pet WHERE owner_id = p.id $$;
CREATE PROCEDURE tidy() LANGUAGE sql AS $$ DELETE FROM pet WHERE owner_id IS NULL $$;
CREATE AGGREGATE longest(text) (SFUNC = textcat, STYPE = text);
CREATE INDEX ON person (shout(name));
CREATE VIEW people AS SELECT id, name, mail, feels, tags, data, old, born FROM person;
CREATE VIEW "New Person" AS SELECT p.id, p.name AS "first name", pet.name AS type, pet.price, pet.place, pet.span, pet.code FROM person p LEFT JOIN pet ON pet.owner_id = p.id;
CREATE VIEW counted (owner, pets) AS SELECT owner_id, count(*) FROM pet GROUP BY owner_id;
CREATE VIEW over_views AS SELECT people.id, counted.pets, shout(people.name) AS shouted, ROW(1, 'x')::pair AS pair FROM people JOIN counted ON counted.owner = people.id;
CREATE VIEW guarded WITH (security_barrier = true) AS SELECT id FROM person WHERE feels <> 'sad';
CREATE VIEW checked AS SELECT id, name FROM person WHERE id > 10 WITH CASCADED CHECK OPTION;
CREATE MATERIALIZED VIEW stats.worth AS SELECT owner_id, sum(price) AS worth, avg(price) AS mean, count(*) AS pets FROM pet GROUP BY owner_id;
CREATE UNIQUE INDEX worth_owner ON stats.worth (owner_id);
CREATE INDEX worth_down ON stats.worth (worth DESC) WHERE pets > 1;
CREATE TRIGGER touched BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE no_insert AS ON INSERT TO counted DO INSTEAD NOTHING;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON person FOR SELECT USING (name = CURRENT_USER);
CREATE STATISTICS together ON owner_id, name FROM pet;
COMMENT ON VIEW people IS 'All of them.';
COMMENT ON FUNCTION touch() IS 'Keeps the time.';
