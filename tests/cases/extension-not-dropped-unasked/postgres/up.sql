-- change column item.name: type

ALTER TABLE "item" ALTER COLUMN "name" TYPE text;
