CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (item_id integer, price integer);
SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES');
CREATE TRIGGER item_price AFTER UPDATE ON item FOR EACH ROW
BEGIN
    -- a double quote is a name here
    INSERT INTO history VALUES (OLD.id, OLD."price");
END;
