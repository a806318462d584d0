-- drop foreign key person_boss on person

ALTER TABLE "person" DROP CONSTRAINT "person_boss";
