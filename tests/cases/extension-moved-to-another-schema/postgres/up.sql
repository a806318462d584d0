-- change column person.email: type

CREATE SCHEMA IF NOT EXISTS "extensions";

ALTER EXTENSION "citext" SET SCHEMA "extensions";

ALTER TABLE "person" ALTER COLUMN "email" TYPE extensions.citext;
