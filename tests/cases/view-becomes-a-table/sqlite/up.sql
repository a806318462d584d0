-- create table cheap
-- change trigger cheap_new on cheap: definition
-- drop view cheap
--
-- Dangers:
-- drops-object: view cheap goes: what still uses it breaks

DROP VIEW "cheap";

CREATE TABLE cheap (id integer PRIMARY KEY, price integer);

CREATE TRIGGER cheap_new AFTER INSERT ON cheap BEGIN SELECT 1; END;
