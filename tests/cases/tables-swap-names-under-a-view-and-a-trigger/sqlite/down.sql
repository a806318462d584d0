-- rename table b to a
-- rename table a to b
--
-- Dangers:
-- renames: table b is called a from now on
-- renames: table a is called b from now on

ALTER TABLE "b" RENAME TO "__migrate_b";

ALTER TABLE "a" RENAME TO "b";

ALTER TABLE "__migrate_b" RENAME TO "a";
