-- drop column item.price
--
-- Dangers:
-- drops-column: column item.price goes, with its values in 2 rows
-- irreversible: down makes column item.price again, without its values

DROP VIEW "lost";

ALTER TABLE "item" DROP COLUMN "price";

CREATE VIEW lost AS SELECT a FROM a_table_that_is_gone;
