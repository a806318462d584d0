-- drop table guest
-- create view guest
--
-- Dangers:
-- drops-table: table guest goes, with its 1 row
-- irreversible: down makes table guest again, without its rows

DROP TABLE "guest";

CREATE VIEW guest AS SELECT id, name FROM person WHERE id > 100;
