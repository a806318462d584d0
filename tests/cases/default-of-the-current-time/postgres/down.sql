-- change column item.mark: default

ALTER TABLE "item" ALTER COLUMN "mark" SET DEFAULT ('2000-01-01 00:00:00+00'::timestamp with time zone);
