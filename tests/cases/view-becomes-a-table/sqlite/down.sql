-- drop table cheap
-- create view cheap
-- change trigger cheap_new on cheap: definition
--
-- Dangers:
-- drops-table: table cheap goes, with the rows that it may have

DROP TABLE "cheap";

CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10;

CREATE TRIGGER cheap_new INSTEAD OF INSERT ON cheap BEGIN SELECT 1; END;
