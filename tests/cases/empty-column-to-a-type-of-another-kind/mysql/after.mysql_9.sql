CREATE TABLE device (
    id integer PRIMARY KEY,
    token linestring,
    place point,
    CONSTRAINT device_token_or_place CHECK (token IS NULL OR place IS NULL)
);
