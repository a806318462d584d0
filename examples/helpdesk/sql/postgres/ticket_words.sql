-- What a search looks at; IMMUTABLE, so that an index can be built of it.
CREATE FUNCTION ticket_words(title text, body text) RETURNS tsvector
LANGUAGE sql
IMMUTABLE
AS $$
    SELECT setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)
$$;
