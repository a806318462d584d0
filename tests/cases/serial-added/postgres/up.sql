-- change column item.id: key generation

CREATE SEQUENCE "item_id_seq" AS integer;

ALTER TABLE "item" ALTER COLUMN "id" SET DEFAULT nextval('item_id_seq'::regclass);

ALTER SEQUENCE "item_id_seq" OWNED BY "item"."id";

SELECT setval('"item_id_seq"', max("id")) FROM "item" HAVING max("id") BETWEEN 1 AND 2147483647;
