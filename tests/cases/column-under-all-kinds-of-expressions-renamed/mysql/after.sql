CREATE TABLE box (
  id int PRIMARY KEY,
  breadth int,
  area int AS (breadth * breadth) STORED,
  twice int AS (area * 2),
  depth int DEFAULT (breadth + 1),
  KEY by_width ((breadth + 1)),
  CONSTRAINT wide CHECK (breadth > 0)
);
