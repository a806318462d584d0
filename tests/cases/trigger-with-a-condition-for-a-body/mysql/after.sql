CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE TRIGGER item_size BEFORE INSERT ON item FOR EACH ROW
    IF NEW.size IS NULL THEN SET NEW.size = 1; ELSE SET NEW.size = NEW.size + 1; END IF;
CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW SET NEW.price = 1;
