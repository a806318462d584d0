-- change enum status
-- rename value 'draft' of enum status to 'gone'
-- rename value 'gone' of enum status to 'draft'
-- change column post.status: default
--
-- Dangers:
-- renames: 'gone' of enum status is called 'draft' from now on
-- renames: 'draft' of enum status is called 'gone' from now on

ALTER TYPE "status" RENAME VALUE 'gone' TO 'gone__old';

ALTER TYPE "status" RENAME VALUE 'draft' TO 'gone';

ALTER TYPE "status" RENAME VALUE 'gone__old' TO 'draft';

ALTER TABLE "post" ALTER COLUMN "status" SET DEFAULT 'draft'::status;
