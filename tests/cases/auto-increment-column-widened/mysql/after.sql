CREATE TABLE item (id bigint AUTO_INCREMENT PRIMARY KEY, name varchar(40));
CREATE TABLE part (item_id bigint NOT NULL REFERENCES item (id) ON DELETE CASCADE);
