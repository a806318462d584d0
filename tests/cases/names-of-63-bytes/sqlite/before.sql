CREATE TABLE a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (
    id integer PRIMARY KEY,
    c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres integer,
    CONSTRAINT k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres CHECK (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres > 0)
);
CREATE INDEX i_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres ON a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres);
CREATE TABLE part (
    id integer PRIMARY KEY,
    parent integer REFERENCES a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (id) ON DELETE CASCADE
);
