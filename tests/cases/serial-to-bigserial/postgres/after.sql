CREATE TABLE item (id bigserial PRIMARY KEY, name text);
CREATE TABLE part (item_id bigint NOT NULL REFERENCES item (id) ON DELETE CASCADE);
