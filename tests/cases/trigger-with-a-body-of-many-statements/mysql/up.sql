-- create trigger item_price on item
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` AFTER UPDATE ON `item` FOR EACH ROW
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

SET SESSION sql_mode = @migrate_sql_mode;
