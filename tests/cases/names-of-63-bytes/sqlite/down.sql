-- rename table b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres to a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres
-- change column a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres.c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres: type, drop not null
-- change check k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres on a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres
--
-- Dangers:
-- renames: table b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres is called a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres from now on
-- narrows-type: column b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres.c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres goes from bigint to integer: values may not fit
-- rewrites-table: every row of table b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres is written again
-- check-on-rows: check k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres on a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres: a row that breaks it stops the migration

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of part have lost their parent" CHECK ("child" <> 'part' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('part', (SELECT count(*) FROM pragma_foreign_key_check('part')));

ALTER TABLE "b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" RENAME TO "a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" RENAME TO "__migrate_old_a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (
    id integer PRIMARY KEY,
    c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres integer,
    CONSTRAINT k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres CHECK (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres > 0)
);

INSERT INTO "a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" ("id", "c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres")
SELECT "id", "c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" FROM "__migrate_old_a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

DROP TABLE "__migrate_old_a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

CREATE INDEX i_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres ON a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres);

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
