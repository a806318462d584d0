CREATE TABLE marker (id integer PRIMARY KEY);
CREATE SCHEMA app;
CREATE SCHEMA "Odd.Name";
CREATE TABLE app.item (
    id serial PRIMARY KEY,
    marker_id integer REFERENCES marker (id)
);
CREATE TABLE "Odd.Name".item (id integer PRIMARY KEY REFERENCES app.item (id));
CREATE INDEX item_marker ON app.item (marker_id);
