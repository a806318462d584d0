CREATE TABLE b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (
    id integer PRIMARY KEY,
    c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres bigint NOT NULL,
    CONSTRAINT k_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres CHECK (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres > 1)
);
CREATE INDEX i_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres ON b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres);
CREATE TABLE part (
    id integer PRIMARY KEY,
    parent integer REFERENCES b_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (id) ON DELETE CASCADE
);
