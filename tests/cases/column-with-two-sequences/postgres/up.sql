-- create sequence spare

CREATE SEQUENCE "spare";

ALTER SEQUENCE "spare" OWNED BY "ticket"."id";
