-- create enum mood
-- drop enum state
-- change column person.feels: type
--
-- Dangers:
-- narrows-type: column person.feels goes from state to mood: values may not fit
-- needs-cast: column person.feels goes from state to mood: values may be converted
-- rewrites-table: every row of table person is written again
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while the type of feels changes

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person" ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood;

DROP TYPE "state";
