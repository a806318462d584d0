CREATE TABLE word (
  id int PRIMARY KEY,
  a varchar(20),
  j json,
  `größe` int DEFAULT 1,
  shouted varchar(30) AS (concat(a, 'ü😀')),
  kept varchar(30) DEFAULT (concat('ü', 'it''s \\ "x"')),
  KEY by_umlaut ((concat(a, 'ü'))),
  KEY by_path ((cast(j->'$.ü' AS char(20) array))),
  CONSTRAINT no_umlaut CHECK (a <> 'ü' AND a <> '😀'),
  CONSTRAINT sized CHECK (`größe` > 0)
);
