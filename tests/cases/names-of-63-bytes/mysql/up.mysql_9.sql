-- rename table a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres to b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres
-- change column b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres.c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres: type, set not null
-- change check k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres on b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres
--
-- Dangers:
-- renames: table a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres is called b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres from now on
-- rewrites-table: every row of table a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres is written again, 1 row now
-- blocks-writes: table a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres is locked (SHARED) while the table is copied for c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres and while every row is checked for k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

RENAME TABLE `a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres` TO `b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres`;

ALTER TABLE `b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres`
  DROP CONSTRAINT `k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres`,
  MODIFY COLUMN `c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres` bigint NOT NULL,
  ADD CONSTRAINT `k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres` CHECK ((`c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres` > 1));

SET SESSION sql_mode = @migrate_sql_mode;
