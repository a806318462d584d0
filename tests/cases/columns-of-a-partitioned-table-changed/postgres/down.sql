-- change column log.id: type
-- rename column log.text to note
-- change column log.note: type, default
-- drop column log.more
-- change column log_1.note: drop not null
-- change check log_1_note_check on log_1
-- change index log_1_note on log_1
-- change column log_2.note: default
--
-- Dangers:
-- narrows-type: column log.id goes from bigint to integer: values may not fit
-- renames: column log.text is called note from now on
-- drops-column: column log.more goes, with the values that it may hold
-- rewrites-table: every row of table log is written again
-- check-on-rows: check log_1_note_check on log_1: a row that breaks it stops the migration
-- blocks-reads: table log is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table log_1 is locked (ACCESS EXCLUSIVE) while every row is checked for log_1_note_check

DROP INDEX "log_1_note";

ALTER TABLE "log_1" DROP CONSTRAINT "log_1_note_check";

ALTER TABLE "log" DROP COLUMN "more";

ALTER TABLE "log" RENAME COLUMN "text" TO "note";

ALTER TABLE "log"
    ALTER COLUMN "id" TYPE integer,
    ALTER COLUMN "note" DROP DEFAULT,
    ALTER COLUMN "note" TYPE text;

ALTER TABLE "log_1"
    ALTER COLUMN "note" DROP NOT NULL,
    ADD CONSTRAINT "log_1_note_check" CHECK (note <> ''::text);

CREATE INDEX "log_1_note" ON "log_1" ((lower(note))) WHERE id > 0;

ALTER TABLE "log_2" ALTER COLUMN "note" SET DEFAULT 'two'::text;
