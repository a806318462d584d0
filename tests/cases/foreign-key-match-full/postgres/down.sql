-- change foreign key line_bill on line
--
-- Dangers:
-- foreign-key-on-rows: foreign key line_bill on line: a row that breaks it stops the migration
-- blocks-writes: table line is locked (SHARE ROW EXCLUSIVE) while foreign key line_bill is checked
-- blocks-writes: table bill is locked (SHARE ROW EXCLUSIVE) while foreign key line_bill is checked

ALTER TABLE "line" DROP CONSTRAINT "line_bill";

ALTER TABLE "line" ADD CONSTRAINT "line_bill" FOREIGN KEY ("branch", "bill") REFERENCES "bill" ("branch", "number");
