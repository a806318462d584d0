-- change enum status
-- rename value 'draft' of enum status to 'gone'
-- rename value 'gone' of enum status to 'draft'
-- change column post.status: default
--
-- Dangers:
-- renames: 'draft' of enum status is called 'gone' from now on
-- renames: 'gone' of enum status is called 'draft' from now on

ALTER TYPE "status" RENAME VALUE 'draft' TO 'draft__old';

ALTER TYPE "status" RENAME VALUE 'gone' TO 'draft';

ALTER TYPE "status" RENAME VALUE 'draft__old' TO 'gone';

ALTER TABLE "post" ALTER COLUMN "status" SET DEFAULT 'gone'::status;
