-- What models find hard to say, in one place.
CREATE TABLE `order` (id int AUTO_INCREMENT PRIMARY KEY, `type` text NOT NULL, `self` int, `2fa` tinyint(1), `größe` float, `first name` varchar(20), `table` varchar(255), build int, a__b int);
CREATE TABLE types (
    id bigint unsigned AUTO_INCREMENT PRIMARY KEY,
    t tinyint, tu tinyint unsigned, s smallint, su smallint unsigned, m mediumint, mu mediumint unsigned, iu int unsigned, b bigint, y year, bits bit(8), one bit(1),
    f float, d double, f2 float(7,4), du double unsigned, n decimal(10,2), n0 decimal(5,0), nu decimal(8,3) unsigned
);
CREATE TABLE more_types (
    id int AUTO_INCREMENT PRIMARY KEY, c char(3), v varchar(9), tt tinytext, x text, mt mediumtext, lt longtext, bi binary(16), vb varbinary(20), tb tinyblob, bl blob, mb mediumblob, lb longblob,
    da date, ti time, ti6 time(6), dt datetime, dt3 datetime(3), dt6 datetime(6), ts timestamp NULL, j json, g geometry, p point,
    e enum('a','b c','2') NOT NULL DEFAULT 'a', st set('x','y'), ascii_text varchar(10) CHARACTER SET latin1, binary_text varchar(10) COLLATE utf8mb4_bin
);
CREATE TABLE defaults (
    id int AUTO_INCREMENT PRIMARY KEY,
    a int NOT NULL DEFAULT -1, b tinyint(1) NOT NULL DEFAULT 1, c varchar(20) DEFAULT 'it''s', d decimal(6,2) DEFAULT 9.99, e double DEFAULT 1e10, f varchar(5) DEFAULT NULL, g varchar(36) DEFAULT (uuid()), created timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, updated datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, s6 datetime(6) DEFAULT CURRENT_TIMESTAMP(6), x text DEFAULT ('long')
) COMMENT = 'What a row gets';
CREATE TABLE users (id int unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(80) NOT NULL COMMENT 'The "name"', lower_name varchar(80) AS (lower(name)) STORED, half int AS (length(name)) VIRTUAL, UNIQUE KEY uq (name), CHECK (name <> ''), CONSTRAINT long_enough CHECK (length(name) > 1));
CREATE TABLE new_users (id int AUTO_INCREMENT PRIMARY KEY, user_id int unsigned NOT NULL, author_id int unsigned, FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE, CONSTRAINT by_author FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE);
CREATE TABLE posts (id int AUTO_INCREMENT PRIMARY KEY, user_id int unsigned NOT NULL, best_comment int, title varchar(300), body text, KEY by_user (user_id, title(50)), KEY title_down (title DESC), FULLTEXT KEY words (body), UNIQUE KEY prefixed (title(20)), KEY best (best_comment), FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT);
CREATE TABLE comments (id int AUTO_INCREMENT PRIMARY KEY, post_id int NOT NULL, FOREIGN KEY (post_id) REFERENCES posts (id));
ALTER TABLE posts ADD CONSTRAINT best_of FOREIGN KEY (best_comment) REFERENCES comments (id);
CREATE TABLE tree (id int PRIMARY KEY, parent int, a int NOT NULL, b int NOT NULL, c int, d int, UNIQUE KEY (a, b), FOREIGN KEY (parent) REFERENCES tree (id), FOREIGN KEY (c, d) REFERENCES tree (a, b));
CREATE TABLE keyless (at datetime, what text, KEY (at));
CREATE TABLE old (a int NOT NULL, b varchar(300) NOT NULL, PRIMARY KEY (a, b(10))) ENGINE = InnoDB DEFAULT CHARSET = latin1;
CREATE TABLE not_unique (id int PRIMARY KEY, n int, KEY (n));
CREATE TABLE log_lines (id bigint AUTO_INCREMENT, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (year(at)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE VIEW seen AS SELECT id, name FROM users;
CREATE TRIGGER touch BEFORE INSERT ON users FOR EACH ROW SET NEW.name = trim(NEW.name);
