CREATE TABLE item (
  id int PRIMARY KEY,
  price int,
  weight int,
  CONSTRAINT price_known CHECK (price > 0),
  CONSTRAINT weight_known CHECK (weight > 0) NOT ENFORCED
);
