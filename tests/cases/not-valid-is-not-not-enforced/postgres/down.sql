-- change foreign key child_parent on child
-- change check child_size on child
-- drop table other
--
-- Dangers:
-- drops-table: table other goes, with the rows that it may have

ALTER TABLE "child" DROP CONSTRAINT "child_parent";

DROP TABLE "other";

ALTER TABLE "child" DROP CONSTRAINT "child_size";

ALTER TABLE "child" ADD CONSTRAINT "child_size" CHECK (size > 0) NOT VALID;

ALTER TABLE "child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") NOT VALID;
