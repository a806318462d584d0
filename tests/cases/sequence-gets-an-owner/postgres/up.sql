-- change sequence first
-- change sequence second

ALTER SEQUENCE "second" OWNED BY NONE;

ALTER SEQUENCE "first" OWNED BY "item"."id";
