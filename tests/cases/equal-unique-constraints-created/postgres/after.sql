CREATE TABLE other (id integer PRIMARY KEY, code text);
ALTER TABLE other ADD CONSTRAINT other_code UNIQUE (code);
ALTER TABLE other ADD CONSTRAINT other_code_again UNIQUE (code);
CREATE TABLE item (id integer PRIMARY KEY, code text, CONSTRAINT item_code UNIQUE (code));
ALTER TABLE item ADD CONSTRAINT item_code_again UNIQUE (code);
ALTER TABLE item ADD CONSTRAINT item_id UNIQUE (id);
