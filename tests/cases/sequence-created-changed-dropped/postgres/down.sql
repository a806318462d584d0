-- change sequence a
-- create sequence b
-- drop sequence c

DROP SEQUENCE "c";

CREATE SEQUENCE "b";

ALTER SEQUENCE "a" AS bigint INCREMENT BY 2 MINVALUE 1 MAXVALUE 9223372036854775807 NO CYCLE;
