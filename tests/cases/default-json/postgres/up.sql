-- change column item.mark: default

ALTER TABLE "item" ALTER COLUMN "mark" SET DEFAULT '{"a": [1, "it''s"]}'::jsonb;
