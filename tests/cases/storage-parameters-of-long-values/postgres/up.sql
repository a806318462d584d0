-- create table image
-- change options of table page

CREATE TABLE "image" (
    "id" integer NOT NULL,
    "bytes" bytea,
    CONSTRAINT "image_pkey" PRIMARY KEY ("id")
) WITH ("fillfactor" = '90', "toast"."autovacuum_enabled" = 'off');

ALTER TABLE "page"
    SET ("toast"."autovacuum_vacuum_threshold" = '100'),
    RESET ("toast"."autovacuum_enabled");
