CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE DEFINER = 'other'@'localhost' VIEW listed AS SELECT id FROM item;
CREATE ALGORITHM = MERGE DEFINER = 'other'@'localhost' SQL SECURITY INVOKER VIEW merged AS SELECT id FROM item;
CREATE DEFINER = 'other'@'%' TRIGGER item_name BEFORE INSERT ON item FOR EACH ROW SET NEW.name = 'x';
CREATE DEFINER = 'other'@'localhost' PROCEDURE p() SELECT 1;
