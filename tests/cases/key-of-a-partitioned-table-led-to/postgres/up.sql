-- drop primary key account_pkey on account
-- create unique account_id_key on account
--
-- Dangers:
-- blocks-reads: table account is locked (ACCESS EXCLUSIVE) while the index of unique account_id_key is built

ALTER TABLE "event" DROP CONSTRAINT "event_account_id_fkey";

ALTER TABLE "account" DROP CONSTRAINT "account_pkey";

ALTER TABLE "account" ADD CONSTRAINT "account_id_key" UNIQUE ("id");

ALTER TABLE "event" ADD CONSTRAINT "event_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id");
