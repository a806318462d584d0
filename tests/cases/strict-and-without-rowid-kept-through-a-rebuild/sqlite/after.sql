CREATE TABLE item (
    code text NOT NULL PRIMARY KEY,
    size int CHECK (size > 0)
) STRICT, WITHOUT ROWID;
