-- drop column account.note
-- change options of table account
-- change options of table ledger
-- drop table visit
--
-- Dangers:
-- drops-column: column account.note goes, with the values that it may hold
-- drops-table: table visit goes, with the rows that it may have
-- opens-rows: row security of table account ends: who may read or write the table may read or write every row

DROP TABLE "visit";

ALTER TABLE "account" DROP COLUMN "note";

ALTER TABLE "account"
    DISABLE ROW LEVEL SECURITY,
    NO FORCE ROW LEVEL SECURITY;

ALTER TABLE "ledger" ENABLE ROW LEVEL SECURITY;
