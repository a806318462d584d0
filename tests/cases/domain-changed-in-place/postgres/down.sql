-- change domain d: definition

ALTER DOMAIN "d" DROP CONSTRAINT "d_b";

ALTER DOMAIN "d" DROP DEFAULT;

ALTER DOMAIN "d" ADD CONSTRAINT "d_a" CHECK ((VALUE <> ''::text));
