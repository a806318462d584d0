-- change foreign key child_parent on child
-- change check child_size on child
--
-- Dangers:
-- check-on-rows: check child_size on child: a row that breaks it stops the migration
-- foreign-key-on-rows: foreign key child_parent on child: a row that breaks it stops the migration
-- blocks-reads: table child is locked (ACCESS EXCLUSIVE) while every row is checked for child_size
-- blocks-writes: table parent is locked (SHARE ROW EXCLUSIVE) while foreign key child_parent is checked

ALTER TABLE "child" DROP CONSTRAINT "child_size";

ALTER TABLE "child" ADD CONSTRAINT "child_size" CHECK (size > 0);

ALTER TABLE "child" ALTER CONSTRAINT "child_parent" ENFORCED;
