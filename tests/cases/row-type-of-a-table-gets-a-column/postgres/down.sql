-- drop column point3.z
--
-- Dangers:
-- drops-column: column point3.z goes, with the values that it may hold

ALTER TABLE "point3" DROP COLUMN "z";
