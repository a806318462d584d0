CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);CREATE TABLE history (item_id integer, price integer);
CREATE TRIGGER item_price AFTER UPDATE OF price ON item WHEN NEW.price > OLD.price
BEGIN
    INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);
END;
