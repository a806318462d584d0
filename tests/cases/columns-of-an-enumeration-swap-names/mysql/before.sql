CREATE TABLE task (
  id int PRIMARY KEY,
  mood enum('low', 'high') NOT NULL,
  was enum('low', 'high') NOT NULL
);
