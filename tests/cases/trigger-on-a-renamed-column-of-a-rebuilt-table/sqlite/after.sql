CREATE TABLE thing (id integer PRIMARY KEY, name varchar(40), cost integer NOT NULL);CREATE TABLE history (item_id integer, price integer);
CREATE TRIGGER item_price AFTER UPDATE OF cost ON thing WHEN NEW.cost > OLD.cost
BEGIN
    INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.cost);
END;
