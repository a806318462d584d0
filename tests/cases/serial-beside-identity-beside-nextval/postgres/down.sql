-- change column a.id: key generation
-- change column b.id: key generation
-- change column c.id: default

ALTER TABLE "a" ALTER COLUMN "id" DROP DEFAULT;

ALTER TABLE "b" ALTER COLUMN "id" DROP IDENTITY;

DROP SEQUENCE "a_id_seq";

ALTER TABLE "c" ALTER COLUMN "id" DROP DEFAULT;
