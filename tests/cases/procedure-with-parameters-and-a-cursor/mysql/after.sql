CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE PROCEDURE total(IN least integer, OUT total integer, INOUT names json)
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
CREATE VIEW listed AS SELECT id FROM item;
