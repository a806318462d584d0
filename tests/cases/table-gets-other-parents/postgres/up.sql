-- add column house.weight
-- add column house.people
-- change parents of table house: none -> thing, place
-- add column place.people

ALTER TABLE "city" NO INHERIT "place";

ALTER TABLE "place" ADD COLUMN "people" integer;

ALTER TABLE "city" INHERIT "place";

ALTER TABLE "house"
    ADD COLUMN "weight" integer,
    ADD COLUMN "people" integer;

ALTER TABLE "house"
    INHERIT "thing",
    INHERIT "place";
