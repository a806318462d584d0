-- create exclusion booking_apart on booking

ALTER TABLE "booking" ADD CONSTRAINT "booking_apart" EXCLUDE USING gist (during WITH &&);
