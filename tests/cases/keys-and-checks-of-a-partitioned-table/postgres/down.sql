-- drop primary key log_pkey on log
-- drop unique log_day_id_key on log
-- drop foreign key log_id_fkey on log
-- drop check positive on log
-- drop index alone on log
-- drop index log_note on log
-- create check positive on log_1
-- drop index log_1_note on log_1
-- create index log_2_note_idx on log_2
--
-- Dangers:
-- check-on-rows: check positive on log_1: a row that breaks it stops the migration
-- blocks-reads: table log_1 is locked (ACCESS EXCLUSIVE) while every row is checked for positive
-- blocks-writes: table log_2 is locked (SHARE) while index log_2_note_idx is built

ALTER TABLE "log" DROP CONSTRAINT "log_id_fkey";

DROP INDEX "log_1_note";

DROP INDEX "alone";

DROP INDEX "log_note";

ALTER TABLE "log"
    DROP CONSTRAINT "positive",
    DROP CONSTRAINT "log_day_id_key",
    DROP CONSTRAINT "log_pkey";

ALTER TABLE "log_1" ADD CONSTRAINT "positive" CHECK (id > 0);

CREATE INDEX "log_2_note_idx" ON "log_2" ("note");
