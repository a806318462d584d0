CREATE TABLE post (
    id INTEGER NOT NULL PRIMARY KEY,
    status TEXT NOT NULL DEFAULT 'draft',
    title TEXT NOT NULL,
    CONSTRAINT ck_post_status CHECK (status IN ('draft', 'published', 'gone'))
);
CREATE INDEX ix_post_status ON post (status);
CREATE TABLE comment (
    id INTEGER NOT NULL PRIMARY KEY,
    post_id INTEGER NOT NULL,
    CONSTRAINT fk_comment_post_id FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE
);
