-- change column item.id: key generation

ALTER TABLE "item" ALTER COLUMN "id" DROP IDENTITY;
