-- drop foreign key line_bill on line

ALTER TABLE "line" DROP CONSTRAINT "line_bill";
