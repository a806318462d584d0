CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), cost integer);
CREATE VIEW prices AS SELECT id, cost FROM item;
CREATE VIEW cheap AS SELECT id, cost FROM prices WHERE cost < 10;
CREATE TRIGGER prices_change INSTEAD OF UPDATE OF cost ON prices
BEGIN
    UPDATE item SET cost = NEW.cost WHERE id = OLD.id;
END;
