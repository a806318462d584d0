-- change enum status
-- rename value 'removed' of enum status to 'gone'
-- rename value 'sketch' of enum status to 'draft'
-- change column post.status: default
--
-- Dangers:
-- renames: 'sketch' of enum status is called 'draft' from now on
-- renames: 'removed' of enum status is called 'gone' from now on
-- narrows-type: a row that holds 'featured' of enum status stops the migration

ALTER TYPE "status" RENAME VALUE 'sketch' TO 'draft';

ALTER TYPE "status" RENAME VALUE 'removed' TO 'gone';

ALTER TYPE "status" RENAME TO "status__old";

CREATE TYPE "status" AS ENUM ('draft', 'published', 'gone');

ALTER TABLE "post"
    ALTER COLUMN "status" DROP DEFAULT,
    ALTER COLUMN "status" TYPE status USING "status"::text::status,
    ALTER COLUMN "status" SET DEFAULT 'draft'::status;

DROP TYPE "status__old";
