SET foreign_key_checks = 0;
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id int PRIMARY KEY, parent_id int, other_id int, CONSTRAINT to_gone FOREIGN KEY (parent_id) REFERENCES gone (id), CONSTRAINT to_parent FOREIGN KEY (other_id) REFERENCES parent (id));
