CREATE TYPE status AS ENUM ('draft', 'published', 'gone');
CREATE TABLE post (
    id integer PRIMARY KEY,
    status status NOT NULL DEFAULT 'draft',
    title text NOT NULL
);
CREATE INDEX ix_post_status ON post (status);
CREATE TABLE comment (
    id integer PRIMARY KEY,
    post_id integer NOT NULL,
    CONSTRAINT fk_comment_post_id FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE
);
