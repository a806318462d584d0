CREATE TABLE post (
    id int NOT NULL PRIMARY KEY,
    status enum('gone', 'published', 'draft') NOT NULL DEFAULT 'gone' COMMENT 'how far it is',
    title varchar(20) NOT NULL,
    changed_at timestamp NOT NULL DEFAULT '2026-01-01 00:00:00' ON UPDATE current_timestamp(),
    KEY ix_post_status (status)
);
CREATE TABLE comment (
    id int NOT NULL PRIMARY KEY,
    post_id int NOT NULL,
    CONSTRAINT fk_comment_post_id FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE
);
