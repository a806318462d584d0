-- change column item.mark: default

ALTER TABLE "item" ALTER COLUMN "mark" SET DEFAULT (''::character varying);
