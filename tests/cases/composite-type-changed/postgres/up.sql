-- change type c: definition

ALTER TYPE "c" DROP ATTRIBUTE "b", ALTER ATTRIBUTE "a" TYPE bigint, ADD ATTRIBUTE "z" text;
