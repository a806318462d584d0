CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE TRIGGER c BEFORE INSERT ON item FOR EACH ROW SET NEW.price = 3;
CREATE TRIGGER a BEFORE INSERT ON item FOR EACH ROW SET NEW.price = 1;
CREATE TRIGGER b BEFORE INSERT ON item FOR EACH ROW SET NEW.price = 2;
