SET foreign_key_checks = 0;
CREATE TABLE child (id int PRIMARY KEY, parent_id int, other_id int, note int, CONSTRAINT to_gone FOREIGN KEY (parent_id) REFERENCES gone (id) ON DELETE CASCADE, CONSTRAINT to_parent FOREIGN KEY (other_id) REFERENCES parent (id));
CREATE TABLE second (id int PRIMARY KEY, parent_id int, CONSTRAINT to_gone_too FOREIGN KEY (parent_id) REFERENCES gone (id));
