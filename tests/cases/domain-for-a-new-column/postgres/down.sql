-- drop column t.e
-- drop domain d
--
-- Dangers:
-- drops-column: column t.e goes, with the values that it may hold
-- drops-object: domain d goes: what still uses it breaks

ALTER TABLE "t" DROP COLUMN "e";

DROP DOMAIN "d";
