-- change column item.mark: default

ALTER TABLE "item" ALTER COLUMN "mark" SET DEFAULT (upper("left"('abc'::text, 2)) || (1 + 2));
