-- change column a.id: key generation
-- change column b.id: key generation
-- change column c.id: default

CREATE SEQUENCE "a_id_seq" AS integer;

ALTER TABLE "a" ALTER COLUMN "id" SET DEFAULT nextval('a_id_seq'::regclass);

ALTER TABLE "c" ALTER COLUMN "id" SET DEFAULT nextval('ticket'::regclass);

ALTER SEQUENCE "a_id_seq" OWNED BY "a"."id";

SELECT setval('"a_id_seq"', max("id")) FROM "a" HAVING max("id") BETWEEN 1 AND 2147483647;

ALTER TABLE "b" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('"b_id_seq"', max("id")) FROM "b" HAVING max("id") BETWEEN 1 AND 2147483647;
