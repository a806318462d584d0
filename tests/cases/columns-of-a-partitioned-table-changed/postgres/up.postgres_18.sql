-- change column log.id: type
-- rename column log.note to text
-- change column log.text: type, default
-- add column log.more
-- change column log_1.text: set not null
-- change column log_1.more: default
-- change check log_1_note_check on log_1
-- change index log_1_note on log_1
-- change column log_2.text: default
--
-- Dangers:
-- renames: column log.note is called text from now on
-- rewrites-table: every row of table log is written again, 3 rows now
-- blocks-reads: table log is locked (ACCESS EXCLUSIVE) while the type of id changes and while the type of text changes
-- blocks-reads: table log_1 is locked (ACCESS EXCLUSIVE) while every row's text is looked at for NULL and while every row is checked for log_1_note_check

DROP INDEX "log_1_note";

ALTER TABLE "log_1" DROP CONSTRAINT "log_1_note_check";

ALTER TABLE "log" RENAME COLUMN "note" TO "text";

ALTER TABLE "log"
    ALTER COLUMN "id" TYPE bigint,
    ALTER COLUMN "text" TYPE character varying(80),
    ALTER COLUMN "text" SET DEFAULT ('none'::character varying),
    ADD COLUMN "more" integer DEFAULT 3 CONSTRAINT "log_more_not_null" NOT NULL;

ALTER TABLE "log_1"
    ALTER COLUMN "text" SET NOT NULL,
    ALTER COLUMN "more" SET DEFAULT 4,
    ADD CONSTRAINT "log_1_note_check" CHECK ((text)::text <> ''::text);

CREATE INDEX "log_1_note" ON "log_1" ((lower((text)::text))) WHERE id > 0;

ALTER TABLE "log_2" ALTER COLUMN "text" SET DEFAULT ('two'::character varying);
