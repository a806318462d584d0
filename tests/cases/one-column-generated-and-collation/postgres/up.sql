-- change column item.code: generated expression, collation

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" character varying(40) COLLATE "C" GENERATED ALWAYS AS ((note)::text || '-b'::text) STORED;
