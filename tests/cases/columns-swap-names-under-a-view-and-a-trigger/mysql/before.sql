CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE VIEW both_of AS SELECT price, size FROM item WHERE price > size;
CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW SET NEW.price = NEW.size + 1;
