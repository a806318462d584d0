-- change column item.id: key generation

CREATE SEQUENCE "item_id_seq__old" AS integer;

SELECT setval('"item_id_seq__old"', least(greatest(last_value, 1), 2147483647), is_called) FROM "item_id_seq";

ALTER TABLE "item" ALTER COLUMN "id" DROP IDENTITY;

ALTER SEQUENCE "item_id_seq__old" RENAME TO "item_id_seq";

ALTER TABLE "item" ALTER COLUMN "id" SET DEFAULT nextval('item_id_seq'::regclass);

ALTER SEQUENCE "item_id_seq" OWNED BY "item"."id";
