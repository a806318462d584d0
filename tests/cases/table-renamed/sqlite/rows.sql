INSERT INTO item (name, parent_id) VALUES ('pen', NULL), ('ink', 1);
