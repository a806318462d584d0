CREATE TABLE person (
    id integer PRIMARY KEY,
    feels text NOT NULL DEFAULT 'ok' CHECK (feels IN ('sad', 'ok', 'glad'))
);
CREATE TABLE day (
    person_id integer NOT NULL REFERENCES person (id) ON DELETE CASCADE
);
