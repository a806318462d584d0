CREATE TABLE box (
  id int PRIMARY KEY,
  width int,
  area int AS (width * width) STORED,
  twice int AS (area * 2),
  depth int DEFAULT (width + 1),
  KEY by_width ((width + 1)),
  CONSTRAINT wide CHECK (width > 0)
);
