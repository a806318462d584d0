CREATE TYPE mood__old AS ENUM ('sad', 'glad');
CREATE TYPE mood AS ENUM ('low', 'high');
CREATE TABLE span (
    id integer PRIMARY KEY,
    low integer NOT NULL,
    high bigint,
    low__old text,
    high__old text,
    mood mood NOT NULL,
    mood_before mood__old
);
CREATE INDEX first ON span (low);
CREATE INDEX second ON span (high);
CREATE INDEX first__old ON span (id);
CREATE INDEX second__old ON span (id, low);
