-- create primary key log_pkey on log
-- create unique log_day_id_key on log
-- create foreign key log_id_fkey on log
-- create check positive on log
-- create index alone on log
-- create index log_note on log
-- drop check positive on log_1
-- create index log_1_note on log_1
-- drop index log_2_note_idx on log_2
--
-- Dangers:
-- blocks-reads: table log is locked (ACCESS EXCLUSIVE) while the index of the primary key is built and while the index of unique log_day_id_key is built and while every row is checked for positive
-- blocks-writes: table kind is locked (SHARE ROW EXCLUSIVE) while foreign key log_id_fkey is checked
-- blocks-writes: table log_1 is locked (SHARE) while index log_1_note is built

ALTER TABLE "log_1" DROP CONSTRAINT "positive";

DROP INDEX "log_2_note_idx";

ALTER TABLE "log_1" ADD CONSTRAINT "key_of_1" PRIMARY KEY ("id", "day");

ALTER TABLE "log"
    ADD CONSTRAINT "log_pkey" PRIMARY KEY ("id", "day"),
    ADD CONSTRAINT "log_day_id_key" UNIQUE ("day", "id"),
    ADD CONSTRAINT "positive" CHECK (id > 0);

CREATE INDEX "log_note" ON "log" ("note");

CREATE INDEX "log_1_note" ON "log_1" ("note", "id");

CREATE UNIQUE INDEX "alone" ON ONLY "log" ("note", "day");

ALTER TABLE "log" ADD CONSTRAINT "log_id_fkey" FOREIGN KEY ("id") REFERENCES "kind" ("id");
