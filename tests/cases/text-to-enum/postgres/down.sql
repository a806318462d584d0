-- drop enum mood
-- change column person.feels: type, default
--
-- Dangers:
-- needs-cast: column person.feels goes from mood to text: values may be converted
-- rewrites-table: every row of table person is written again
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while the type of feels changes

ALTER TABLE "person"
    ALTER COLUMN "feels" DROP DEFAULT,
    ALTER COLUMN "feels" TYPE text,
    ALTER COLUMN "feels" SET DEFAULT 'ok'::text;

DROP TYPE "mood";
