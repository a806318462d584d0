-- change column reading.value: type

ALTER TABLE "reading" ALTER COLUMN "value" TYPE timestamp(3) without time zone;
