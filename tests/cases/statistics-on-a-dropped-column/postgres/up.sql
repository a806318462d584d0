-- drop column t.b
-- change statistics s on t: definition
--
-- Dangers:
-- drops-column: column t.b goes, with its values in 1 row
-- irreversible: down makes column t.b again, without its values

DROP STATISTICS "s";

ALTER TABLE "t" DROP COLUMN "b";

CREATE STATISTICS public.s ON a, c FROM t;
