-- change sequence first
-- change sequence second

ALTER SEQUENCE "first" OWNED BY NONE;

ALTER SEQUENCE "second" OWNED BY "item"."id";
