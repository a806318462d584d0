CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE TABLE `a``b` (`c;d` integer, `grüße` varchar(9));
CREATE VIEW `v ``x` AS SELECT `c;d` AS `e'f`, `grüße` FROM `a``b`;
CREATE TRIGGER `t;r` BEFORE INSERT ON `a``b` FOR EACH ROW SET NEW.`c;d` = 1, NEW.`grüße` = 'ü😀';
CREATE PROCEDURE `p;q`(`x y` integer) COMMENT 'für; alle' SELECT `x y`, 'ß';
CREATE EVENT `ev'ent` ON SCHEDULE EVERY 1 DAY DO SET @a = 'ü';
