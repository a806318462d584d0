INSERT INTO post (id, status, title) VALUES (1, 'draft', 'a'), (2, 'published', 'b'), (3, 'gone', 'c');
INSERT INTO comment (id, post_id) VALUES (1, 1), (2, 3);
