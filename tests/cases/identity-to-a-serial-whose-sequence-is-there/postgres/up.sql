-- drop sequence item_id_seq
-- change column item.id: key generation, options

ALTER TABLE "item" ALTER COLUMN "id" DROP IDENTITY;

SELECT setval('"item_id_seq"', least(greatest(last_value, 1), 2147483647), is_called) FROM "item_id_seq";

ALTER SEQUENCE "item_id_seq" AS integer MINVALUE 1 MAXVALUE 2147483647;

ALTER TABLE "item" ALTER COLUMN "id" SET DEFAULT nextval('item_id_seq'::regclass);

ALTER SEQUENCE "item_id_seq" OWNED BY "item"."id";

SELECT setval('"item_id_seq"', max("id")) FROM "item" HAVING max("id") BETWEEN 1 AND 2147483647;
