-- change column item.code: type, collation

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(80) COLLATE "C";
