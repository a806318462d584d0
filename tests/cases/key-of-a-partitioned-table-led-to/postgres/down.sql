-- create primary key account_pkey on account
-- drop unique account_id_key on account
--
-- Dangers:
-- unique-on-rows: primary key on account: a row that breaks it stops the migration
-- blocks-reads: table account is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "event" DROP CONSTRAINT "event_account_id_fkey";

ALTER TABLE "account" DROP CONSTRAINT "account_id_key";

ALTER TABLE "account" ADD CONSTRAINT "account_pkey" PRIMARY KEY ("id");

ALTER TABLE "event" ADD CONSTRAINT "event_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id");
