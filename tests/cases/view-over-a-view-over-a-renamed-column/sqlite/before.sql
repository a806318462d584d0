CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIEW prices AS SELECT id, price FROM item;
CREATE VIEW cheap AS SELECT id, price FROM prices WHERE price < 10;
CREATE TRIGGER prices_change INSTEAD OF UPDATE OF price ON prices
BEGIN
    UPDATE item SET price = NEW.price WHERE id = OLD.id;
END;
