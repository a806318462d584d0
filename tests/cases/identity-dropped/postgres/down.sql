-- change column item.id: key generation

ALTER TABLE "item" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('"item_id_seq"', max("id")) FROM "item" HAVING max("id") BETWEEN 1 AND 2147483647;
