CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
CREATE TRIGGER checked BEFORE INSERT ON item FOR EACH ROW SET NEW.name = upper(NEW.name);
