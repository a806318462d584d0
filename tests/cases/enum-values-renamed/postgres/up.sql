-- change enum status
-- rename value 'draft' of enum status to 'sketch'
-- rename value 'gone' of enum status to 'removed'
-- change column post.status: default
--
-- Dangers:
-- renames: 'draft' of enum status is called 'sketch' from now on
-- renames: 'gone' of enum status is called 'removed' from now on

ALTER TYPE "status" RENAME VALUE 'draft' TO 'sketch';

ALTER TYPE "status" RENAME VALUE 'gone' TO 'removed';

ALTER TYPE "status" ADD VALUE 'featured';

ALTER TABLE "post" ALTER COLUMN "status" SET DEFAULT 'sketch'::status;
