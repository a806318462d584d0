CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT';
CREATE FUNCTION quoted("a value" varchar(20)) RETURNS varchar(40) DETERMINISTIC NO SQL
BEGIN
    DECLARE "in;between" varchar(40) DEFAULT 'a\';
    RETURN "a value" || "in;between" || 'it''s';
END;
CREATE TRIGGER item_name BEFORE INSERT ON item FOR EACH ROW SET NEW."name" = 'b\';
SET SESSION sql_mode = DEFAULT;
SET SESSION sql_mode = '';
CREATE TRIGGER item_size BEFORE UPDATE ON item FOR EACH ROW SET NEW.size = NEW.name;
SET SESSION sql_mode = DEFAULT;
CREATE VIEW text AS SELECT 'a\\b' AS t;
