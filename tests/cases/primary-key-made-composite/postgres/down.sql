-- change primary key line_pkey on line
--
-- Dangers:
-- unique-on-rows: primary key on line: a row that breaks it stops the migration
-- blocks-reads: table line is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "line" DROP CONSTRAINT "line_pkey";

ALTER TABLE "line" ADD CONSTRAINT "line_pkey" PRIMARY KEY ("bill");
