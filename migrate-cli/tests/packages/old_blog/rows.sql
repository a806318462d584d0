INSERT INTO users (email, name) VALUES ('ann@example.org', 'Ann');
INSERT INTO posts (user_id, title) VALUES (1, 'First'), (1, 'Second');
INSERT INTO tags (id, name) VALUES (1, 'news');
INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1);
