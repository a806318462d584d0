CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',PIPES_AS_CONCAT,ANSI_QUOTES,NO_BACKSLASH_ESCAPES');
CREATE TRIGGER item_name BEFORE INSERT ON item FOR EACH ROW
    SET NEW.name = upper(NEW.name);
SET SESSION sql_mode = DEFAULT;
