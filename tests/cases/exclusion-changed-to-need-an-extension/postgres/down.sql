-- change exclusion booking_apart on booking

ALTER TABLE "booking" DROP CONSTRAINT "booking_apart";

ALTER TABLE "booking" ADD CONSTRAINT "booking_apart" EXCLUDE USING gist (during WITH &&);
