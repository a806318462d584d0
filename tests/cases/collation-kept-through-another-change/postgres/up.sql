-- change column item.name: type

ALTER TABLE "item" ALTER COLUMN "name" TYPE character varying(80) COLLATE "C";
