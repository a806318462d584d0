-- rename table a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres to b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres
-- change column b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres.c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres: type, set not null
-- change check k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres on b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres
--
-- Dangers:
-- renames: table a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres is called b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres from now on
-- rewrites-table: every row of table a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres is written again, 1 row now

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

ALTER TABLE "a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" RENAME TO "b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" RENAME TO "__migrate_old_b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (
    id integer PRIMARY KEY,
    c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres bigint NOT NULL,
    CONSTRAINT k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres CHECK (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres > 1)
);

INSERT INTO "b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" ("id", "c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres")
SELECT "id", "c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres" FROM "__migrate_old_b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

DROP TABLE "__migrate_old_b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres";

CREATE INDEX i_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres ON b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres);

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
