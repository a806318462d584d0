-- create sequence item_id_seq
-- change column item.id: key generation, options

ALTER TABLE "item" ALTER COLUMN "id" DROP DEFAULT;

ALTER SEQUENCE "item_id_seq" OWNED BY NONE;

ALTER SEQUENCE "item_id_seq" AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;

ALTER TABLE "item" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "item_id_seq1");

SELECT setval('"item_id_seq1"', max("id")) FROM "item" HAVING max("id") BETWEEN 1 AND 2147483647;
