CREATE TABLE task (
  id int PRIMARY KEY,
  was enum('sad', 'high') NOT NULL,
  mood enum('sad', 'high') NOT NULL
);
