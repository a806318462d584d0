CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s' COMMENT 'what it''s called',
    changed datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP COMMENT 'when',
    hidden integer INVISIBLE DEFAULT 3 CHECK (hidden > 0)
);
