CREATE TABLE article (
    id INTEGER NOT NULL PRIMARY KEY,
    state TEXT NOT NULL DEFAULT 'Draft',
    title TEXT NOT NULL,
    CONSTRAINT ck_post_status CHECK (state IN ('Draft', 'published', 'gone'))
);
CREATE INDEX ix_post_status ON article (state);
CREATE TABLE comment (
    id INTEGER NOT NULL PRIMARY KEY,
    post_id INTEGER NOT NULL,
    CONSTRAINT fk_comment_post_id FOREIGN KEY (post_id) REFERENCES article (id) ON DELETE CASCADE
);
