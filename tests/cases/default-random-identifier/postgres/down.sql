-- change column item.mark: default

ALTER TABLE "item" ALTER COLUMN "mark" SET DEFAULT '00000000-0000-0000-0000-000000000000'::uuid;
