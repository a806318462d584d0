-- change domain d: definition

ALTER DOMAIN "d" DROP CONSTRAINT "d_a";

ALTER DOMAIN "d" SET DEFAULT 'q'::text;

ALTER DOMAIN "d" ADD CONSTRAINT "d_b" CHECK ((VALUE <> 'b'::text));
