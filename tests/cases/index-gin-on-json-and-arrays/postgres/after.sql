CREATE TABLE doc (id integer PRIMARY KEY, body jsonb, tags text[]);
CREATE INDEX doc_body ON doc USING gin (body jsonb_path_ops);
CREATE INDEX doc_tags ON doc USING gin (tags) WITH (fastupdate = off);
CREATE INDEX doc_key ON doc ((body ->> 'key'));
