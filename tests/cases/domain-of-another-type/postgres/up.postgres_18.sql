-- change column item.code: default
-- change domain code: definition
-- change domain short_code: definition

ALTER TABLE "item_kind" DROP CONSTRAINT "item_kind_kind_fkey";

DROP VIEW "listed";

DROP FUNCTION "shown"(code);

DROP INDEX "item_code";

ALTER TABLE "item" DROP CONSTRAINT "item_code_check";

ALTER DOMAIN "short_code" DROP CONSTRAINT "short_code_check";

ALTER DOMAIN "short_code" RENAME TO "short_code__old";

ALTER DOMAIN "code" DROP CONSTRAINT "code_check";

ALTER DOMAIN "code" RENAME TO "code__old";

SET LOCAL check_function_bodies = off;

CREATE DOMAIN "code" AS text CONSTRAINT "code_check" CHECK ((VALUE <> ''::text));

COMMENT ON CONSTRAINT "code_check" ON DOMAIN "code" IS 'never empty';

COMMENT ON DOMAIN "code" IS 'what is printed';

CREATE FUNCTION public.shown(code)
 RETURNS code
 LANGUAGE sql
AS $function$select $1$function$;

CREATE DOMAIN "short_code" AS code CONSTRAINT "short_code_check" CHECK ((length((VALUE)::text) < 6));

ALTER TABLE "item"
    ALTER COLUMN "code" DROP DEFAULT,
    ALTER COLUMN "code" TYPE code,
    ALTER COLUMN "code" SET DEFAULT 'x'::text,
    ALTER COLUMN "shorts" TYPE short_code[] USING "shorts"::text[]::short_code[],
    ADD CONSTRAINT "item_code_check" CHECK (length((code)::text) > 0);

CREATE INDEX "item_code" ON "item" ((lower((code)::text)));

ALTER TABLE "item_kind" ALTER COLUMN "kind" TYPE short_code;

ALTER TABLE "kind" ALTER COLUMN "code" TYPE short_code;

CREATE VIEW "listed" AS
 SELECT shown(code) AS code
   FROM item;

ALTER TABLE "item_kind" ADD CONSTRAINT "item_kind_kind_fkey" FOREIGN KEY ("kind") REFERENCES "kind" ("code");

DROP DOMAIN "short_code__old";

DROP DOMAIN "code__old";
