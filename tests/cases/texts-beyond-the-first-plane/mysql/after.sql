CREATE TABLE word (
  id int PRIMARY KEY,
  a varchar(30) CHECK (a <> '😀'),
  b varchar(20) DEFAULT (concat('😀', 'ü')),
  c varchar(40) AS (concat(a, '😀')),
  CONSTRAINT named CHECK (b <> '😀?')
);
