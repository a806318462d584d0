-- change column item.id: key generation

ALTER TABLE "item" ALTER COLUMN "id" SET GENERATED ALWAYS;
