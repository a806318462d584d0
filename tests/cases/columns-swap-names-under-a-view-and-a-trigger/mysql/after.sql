CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    price integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE VIEW both_of AS SELECT size AS price, price AS size FROM item WHERE size > price;
CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW SET NEW.size = NEW.price + 1;
