-- create enum mood
-- change column person.feels: type, default
--
-- Dangers:
-- needs-cast: column person.feels goes from text to mood: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column person.feels as they were from text to mood
-- rewrites-table: every row of table person is written again, 2 rows now
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while the type of feels changes

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person"
    ALTER COLUMN "feels" DROP DEFAULT,
    ALTER COLUMN "feels" TYPE mood USING "feels"::mood,
    ALTER COLUMN "feels" SET DEFAULT 'ok'::mood;
