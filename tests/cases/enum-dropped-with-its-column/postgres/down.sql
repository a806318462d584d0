-- create enum mood
-- add column person.feels

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person" ADD COLUMN "feels" mood DEFAULT 'ok'::mood NOT NULL;
