-- Views, routines, triggers and an event.
CREATE TABLE person (id int AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL, feels enum('sad', 'ok') NOT NULL DEFAULT 'ok', data json, born date, updated_at datetime(6), ok tinyint(1) NOT NULL DEFAULT 0);
CREATE TABLE pet (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, owner_id int, name varchar(80) NOT NULL, price decimal(8, 2), photo blob, FOREIGN KEY (owner_id) REFERENCES person (id));
CREATE FUNCTION shout(t varchar(40)) RETURNS varchar(80) DETERMINISTIC RETURN concat(upper(t), ';');
CREATE PROCEDURE tidy(IN most int)
BEGIN
  DELETE FROM pet WHERE owner_id IS NULL;
  IF most > 1 THEN
    UPDATE pet SET price = 0;
  END IF;
END;
CREATE VIEW people AS SELECT id, name, feels, data, born, ok FROM person;
CREATE VIEW `New Person` AS SELECT p.id, p.name AS `first name`, pet.name AS type, pet.price, pet.photo FROM person p LEFT JOIN pet ON pet.owner_id = p.id;
CREATE VIEW counted (owner, pets) AS SELECT owner_id, count(*) FROM pet GROUP BY owner_id;
CREATE VIEW over_views AS SELECT people.id, counted.pets, shout(people.name) AS shouted FROM people JOIN counted ON counted.owner = people.id;
CREATE SQL SECURITY INVOKER VIEW invoked AS SELECT id, sum(price) AS worth FROM pet GROUP BY id;
CREATE VIEW checked AS SELECT id, name FROM person WHERE id > 10 WITH CASCADED CHECK OPTION;
CREATE TRIGGER touch BEFORE UPDATE ON person FOR EACH ROW SET NEW.updated_at = now(6);
CREATE TRIGGER trimmed BEFORE INSERT ON person FOR EACH ROW BEGIN SET NEW.name = trim(NEW.name); END;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO CALL tidy(1);
