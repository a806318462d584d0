-- create table item
-- create unique other_code on other
-- create unique other_code_again on other
--
-- Dangers:
-- blocks-reads: table other is locked (ACCESS EXCLUSIVE) while the index of unique other_code is built and while the index of unique other_code_again is built

CREATE TABLE "item" (
    "id" integer NOT NULL,
    "code" text,
    CONSTRAINT "item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "item_code" UNIQUE ("code")
);

ALTER TABLE "item" ADD CONSTRAINT "item_code_again" UNIQUE ("code");

ALTER TABLE "item" ADD CONSTRAINT "item_id" UNIQUE ("id");

ALTER TABLE "other"
    ADD CONSTRAINT "other_code" UNIQUE ("code"),
    ADD CONSTRAINT "other_code_again" UNIQUE ("code");
