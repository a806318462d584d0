CREATE TABLE thing (
    id integer PRIMARY KEY,
    name varchar(40),
    cost integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE TRIGGER item_name BEFORE INSERT ON thing FOR EACH ROW SET NEW.name = upper(NEW.name);
CREATE TRIGGER item_price AFTER UPDATE ON thing FOR EACH ROW INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.cost);
