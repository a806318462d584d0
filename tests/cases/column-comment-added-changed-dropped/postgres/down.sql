-- change column item.name: comment
-- change column item.mark: comment
-- change column item.size: comment

COMMENT ON COLUMN "item"."name" IS 'old';

COMMENT ON COLUMN "item"."mark" IS 'gone';

COMMENT ON COLUMN "item"."size" IS NULL;
