-- create extension btree_gist
-- change exclusion booking_apart on booking

CREATE EXTENSION IF NOT EXISTS "btree_gist";

ALTER TABLE "booking" DROP CONSTRAINT "booking_apart";

ALTER TABLE "booking" ADD CONSTRAINT "booking_apart" EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0));
