-- change column person.email: type

ALTER EXTENSION "citext" SET SCHEMA "public";

ALTER TABLE "person" ALTER COLUMN "email" TYPE citext;
