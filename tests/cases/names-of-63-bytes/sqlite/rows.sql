INSERT INTO a_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres (id, c_table_with_a_name_that_is_as_long_as_names_can_be_on_postgres) VALUES (1, 5);
INSERT INTO part (id, parent) VALUES (1, 1);
