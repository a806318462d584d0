CREATE TABLE page (
    id int PRIMARY KEY,
    title text,
    body text,
    FULLTEXT KEY by_body (body),
    FULLTEXT KEY by_title (title),
    FULLTEXT KEY by_both (title, body)
);
