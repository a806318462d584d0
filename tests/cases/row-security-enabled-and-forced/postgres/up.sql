-- add column account.note
-- change options of table account
-- change options of table ledger
-- create table visit

CREATE TABLE "visit" (
    "id" integer NOT NULL,
    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "account"
    ADD COLUMN "note" text,
    ENABLE ROW LEVEL SECURITY,
    FORCE ROW LEVEL SECURITY;

ALTER TABLE "ledger" DISABLE ROW LEVEL SECURITY;
