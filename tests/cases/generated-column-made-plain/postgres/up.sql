-- change column box.area: generated expression

ALTER TABLE "box" ALTER COLUMN "area" DROP EXPRESSION;
