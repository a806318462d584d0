-- create enum state
-- drop enum mood
-- change column person.feels: type
--
-- Dangers:
-- needs-cast: column person.feels goes from mood to state: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column person.feels as they were from mood to state
-- rewrites-table: every row of table person is written again, 2 rows now
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while the type of feels changes

CREATE TYPE "state" AS ENUM ('ok', 'sad', 'gone');

ALTER TABLE "person" ALTER COLUMN "feels" TYPE state USING "feels"::text::state;

DROP TYPE "mood";
