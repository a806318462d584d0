-- drop column line.branch
-- change primary key line_pkey on line
--
-- Dangers:
-- drops-column: column line.branch goes, with its values in 2 rows
-- irreversible: down makes column line.branch again, without its values
-- blocks-reads: table line is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "line"
    DROP CONSTRAINT "line_pkey",
    DROP COLUMN "branch";

ALTER TABLE "line" ADD CONSTRAINT "line_pkey" PRIMARY KEY ("bill", "number");
