CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE EVENT gone ON SCHEDULE EVERY 1 DAY DO DELETE FROM history;
CREATE EVENT kept ON SCHEDULE EVERY 1 DAY DO DELETE FROM history WHERE price < 0;
CREATE EVENT other ON SCHEDULE EVERY 1 HOUR STARTS '2035-01-01 00:00:00' DO DELETE FROM history;
