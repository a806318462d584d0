-- drop unique other_code on other
-- drop unique other_code_again on other
-- drop table item
--
-- Dangers:
-- drops-table: table item goes, with the rows that it may have

DROP TABLE "item";

ALTER TABLE "other"
    DROP CONSTRAINT "other_code",
    DROP CONSTRAINT "other_code_again";
