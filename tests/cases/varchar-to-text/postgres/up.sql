-- change column reading.value: type

ALTER TABLE "reading" ALTER COLUMN "value" TYPE text;
