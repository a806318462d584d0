-- change column box.area: generated expression

DROP INDEX "box_area";

ALTER TABLE "box" DROP COLUMN "area";

ALTER TABLE "box" ADD COLUMN "area" integer GENERATED ALWAYS AS ((width * height) + 1) STORED;

CREATE INDEX "box_area" ON "box" ("area");
