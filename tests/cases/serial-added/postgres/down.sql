-- change column item.id: key generation

ALTER TABLE "item" ALTER COLUMN "id" DROP DEFAULT;

DROP SEQUENCE "item_id_seq";
