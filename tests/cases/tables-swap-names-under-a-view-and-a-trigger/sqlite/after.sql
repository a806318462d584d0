CREATE TABLE b (id integer PRIMARY KEY, of_a text);
CREATE TABLE a (id integer PRIMARY KEY, of_b text);
CREATE VIEW both AS SELECT b.of_a, a.of_b FROM b JOIN a ON a.id = b.id;
CREATE TRIGGER a_new AFTER INSERT ON b BEGIN INSERT INTO a (of_b) VALUES (NEW.of_a); END;
