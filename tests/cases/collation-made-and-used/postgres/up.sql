-- create schema app
-- create collation ignoring_case
-- create collation plain
-- create collation app.german
-- change column person.name: collation
-- change column person.mail: collation
-- create unique person_mail_key on person
-- create table word
--
-- Dangers:
-- unique-on-rows: unique person_mail_key on person: a row that breaks it stops the migration
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while the index of unique person_mail_key is built

CREATE SCHEMA "app";

CREATE COLLATION "ignoring_case" (provider = 'icu', locale = 'und-u-ks-level2', deterministic = false);

CREATE COLLATION "plain" (provider = 'libc', lc_collate = 'C', lc_ctype = 'POSIX');

CREATE COLLATION "app"."german" (provider = 'icu', locale = 'de');

COMMENT ON COLLATION "ignoring_case" IS 'ä is Ä';

CREATE TABLE "word" (
    "word" character varying(20) COLLATE "ignoring_case" NOT NULL,
    "other" text,
    CONSTRAINT "word_pkey" PRIMARY KEY ("word")
);

CREATE INDEX "word_other" ON "word" ("other" COLLATE "plain");

ALTER TABLE "person"
    ALTER COLUMN "name" TYPE text COLLATE "app"."german",
    ALTER COLUMN "mail" TYPE text COLLATE "ignoring_case",
    ADD CONSTRAINT "person_mail_key" UNIQUE ("mail");
