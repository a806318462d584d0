-- create sequence s
-- create table t

CREATE SEQUENCE "s";

CREATE TABLE "t" (
    "id" integer NOT NULL,
    "a" integer,
    "b" text,
    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

GRANT INSERT ON TABLE "t" TO "pg_monitor";

GRANT SELECT ON TABLE "t" TO "pg_monitor";

GRANT USAGE ON SEQUENCE "s" TO PUBLIC;
