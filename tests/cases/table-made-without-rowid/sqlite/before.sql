CREATE TABLE item (code text PRIMARY KEY, size int);
CREATE TABLE part (item_code text NOT NULL REFERENCES item (code) ON DELETE CASCADE);
