CREATE SCHEMA app;
CREATE COLLATION ignoring_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION app.german (provider = icu, locale = 'de');
CREATE COLLATION plain (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
COMMENT ON COLLATION ignoring_case IS 'ä is Ä';
CREATE TABLE person (id integer PRIMARY KEY, name text COLLATE app.german, mail text COLLATE ignoring_case UNIQUE);
CREATE TABLE word (word varchar(20) COLLATE ignoring_case PRIMARY KEY, other text);
CREATE INDEX word_other ON word (other COLLATE plain);
