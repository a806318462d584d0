-- add column account.note
-- change options of table account
-- change options of table ledger
-- create table visit
--
-- Dangers:
-- opens-rows: row security of table ledger ends: who may read or write the table may read or write every row

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
