CREATE TABLE page (id int PRIMARY KEY, title text, body text);
