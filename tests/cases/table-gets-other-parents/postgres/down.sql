-- drop column house.weight
-- drop column house.people
-- change parents of table house: thing, place -> none
-- drop column place.people
--
-- Dangers:
-- drops-column: column house.weight goes, with the values that it may hold
-- drops-column: column house.people goes, with the values that it may hold
-- drops-column: column place.people goes, with the values that it may hold

ALTER TABLE "city" NO INHERIT "place";

ALTER TABLE "house"
    NO INHERIT "thing",
    NO INHERIT "place";

ALTER TABLE "house"
    DROP COLUMN "weight",
    DROP COLUMN "people";

ALTER TABLE "place" DROP COLUMN "people";

ALTER TABLE "city" INHERIT "place";
