-- create enum mood
-- change column person.feels: type, default
--
-- Dangers:
-- narrows-type: column person.feels goes from text to mood: values may not fit
-- needs-cast: column person.feels goes from text to mood: values may be converted
-- rewrites-table: every row of table person is written again
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while the type of feels changes

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person"
    ALTER COLUMN "feels" DROP DEFAULT,
    ALTER COLUMN "feels" TYPE mood USING "feels"::mood,
    ALTER COLUMN "feels" SET DEFAULT 'ok'::mood;
