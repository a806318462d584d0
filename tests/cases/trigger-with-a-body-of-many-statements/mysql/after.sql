CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE TRIGGER item_price AFTER UPDATE ON item FOR EACH ROW
BEGIN
    DECLARE i integer DEFAULT 2;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN RESIGNAL; END;
    -- it's; only where it differs
    IF NOT (OLD.price <=> NEW.price) THEN
        INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);
    ELSEIF NEW.name = 'a;b' THEN
        SIGNAL SQLSTATE '45000' SET message_text = 'not this; name';
    END IF;
    WHILE i > 0 DO SET i = i - CASE WHEN i > 1 THEN 1 ELSE i END; END WHILE;
END;
