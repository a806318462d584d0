-- Views and triggers of every shape.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, born DATE, "größe" REAL, photo BLOB, updated_at TIMESTAMP);
CREATE TABLE pet (id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES person (id), name TEXT NOT NULL, price DECIMAL(8, 2));
CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT NOT NULL);
CREATE VIEW people AS SELECT id, name, born, "größe" FROM person;
CREATE VIEW "New Person" AS SELECT p.id, p.name AS "first name", pet.name AS type, pet.price
  FROM person p
  LEFT JOIN pet ON pet.owner_id = p.id;
CREATE VIEW counted (owner, pets) AS SELECT owner_id, count(*) FROM pet GROUP BY owner_id;
CREATE VIEW rich AS SELECT p.id, sum(pet.price) AS worth, count(*) AS pets, max(p.born) AS born, upper(p.name) AS shout, p.photo FROM person p JOIN pet ON pet.owner_id = p.id GROUP BY p.id, p.photo;
CREATE VIEW over_views AS SELECT people.id, counted.pets, '' AS empty FROM people JOIN counted ON counted.owner = people.id;
CREATE VIEW "type" AS SELECT 1 AS "self", 'it''s "so"' AS quoted;
CREATE TRIGGER touch AFTER UPDATE OF name ON person BEGIN
  UPDATE person SET updated_at = CURRENT_TIMESTAMP WHERE id = new.id;
END;
CREATE TRIGGER "insert into people" INSTEAD OF INSERT ON people BEGIN INSERT INTO person (name) VALUES (new.name); INSERT INTO log (what) VALUES ('new; person'); END;
