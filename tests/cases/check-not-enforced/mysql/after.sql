CREATE TABLE item (
  id int PRIMARY KEY,
  price int,
  weight bigint,
  CONSTRAINT price_known CHECK (price > 0) NOT ENFORCED,
  CONSTRAINT weight_known CHECK (weight > 0) NOT ENFORCED,
  CONSTRAINT both_known CHECK (weight > 0 AND price > 0) NOT ENFORCED
);
