-- add column point3.z

ALTER TABLE "point3" ADD COLUMN "z" integer;

UPDATE "point3" SET "z" = (0);

ALTER TABLE "point3"
    ALTER COLUMN "z" SET DEFAULT 0,
    ALTER COLUMN "z" SET NOT NULL;
