-- change column item.name: collation

ALTER TABLE "item" ALTER COLUMN "name" TYPE text;
