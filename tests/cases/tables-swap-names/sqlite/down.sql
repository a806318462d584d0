-- rename table hot to cold
-- rename table cold to hot
--
-- Dangers:
-- renames: table hot is called cold from now on
-- renames: table cold is called hot from now on

ALTER TABLE "hot" RENAME TO "__migrate_hot";

ALTER TABLE "cold" RENAME TO "hot";

ALTER TABLE "__migrate_hot" RENAME TO "cold";
