-- change sequence a
-- create sequence c
-- drop sequence b

DROP SEQUENCE "b";

CREATE SEQUENCE "c" START WITH 7;

SELECT setval('"a"', least(greatest(last_value, 1), 1000), is_called) FROM "a";

ALTER SEQUENCE "a" AS integer INCREMENT BY 5 MINVALUE 1 MAXVALUE 1000 CYCLE;
