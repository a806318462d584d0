CREATE TABLE a (id integer PRIMARY KEY, of_a text);
CREATE TABLE b (id integer PRIMARY KEY, of_b text);
CREATE VIEW both AS SELECT a.of_a, b.of_b FROM a JOIN b ON b.id = a.id;
CREATE TRIGGER a_new AFTER INSERT ON a BEGIN INSERT INTO b (of_b) VALUES (NEW.of_a); END;
