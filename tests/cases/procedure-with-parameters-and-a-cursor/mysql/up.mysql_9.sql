-- create view listed
-- change procedure total: definition
--
-- Dangers:
-- drops-object: procedure total gets other arguments or another result: a call that relies on the old ones breaks
-- drops-object: procedure total is dropped and made again, and is missing meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

DROP PROCEDURE `total`;

CREATE PROCEDURE `total`(IN least integer, OUT total integer, INOUT names json)
    READS SQL DATA
    COMMENT 'adds up'
outer_block: BEGIN
    DECLARE done integer DEFAULT 0;
    DECLARE v, end integer;
    DECLARE c CURSOR FOR SELECT price FROM item WHERE price > least;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
    SET total = 0;
    OPEN c;
    each_row: LOOP
        FETCH c INTO v;
        IF done THEN LEAVE each_row; END IF;
        CASE v WHEN 1 THEN SET end = CASE WHEN v THEN 1 ELSE 2 END; ELSE BEGIN END; END CASE;
        SET total = total + v; # it's all
    END LOOP each_row;
    REPEAT SET v = v - 1; UNTIL v < 0 END REPEAT;
    CLOSE c;
END outer_block;

SET SESSION sql_mode = @migrate_sql_mode;

CREATE VIEW `listed` AS select `item`.`id` AS `id` from `item`;
