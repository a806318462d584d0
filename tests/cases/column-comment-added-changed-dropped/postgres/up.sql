-- change column item.name: comment
-- change column item.mark: comment
-- change column item.size: comment

COMMENT ON COLUMN "item"."name" IS E'it''s \\ 100%
"new" ünï';

COMMENT ON COLUMN "item"."mark" IS NULL;

COMMENT ON COLUMN "item"."size" IS 'added';
