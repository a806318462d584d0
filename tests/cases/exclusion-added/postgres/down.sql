-- drop exclusion booking_apart on booking

ALTER TABLE "booking" DROP CONSTRAINT "booking_apart";
