-- change type c: definition

ALTER TYPE "c" DROP ATTRIBUTE "z", ALTER ATTRIBUTE "a" TYPE integer, ADD ATTRIBUTE "b" text;
