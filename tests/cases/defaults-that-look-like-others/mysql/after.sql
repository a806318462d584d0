CREATE TABLE thing (
  id int PRIMARY KEY,
  a varchar(30) DEFAULT '0x41',
  b varbinary(20) DEFAULT 0x410042,
  c binary(4) DEFAULT 'abc',
  d varchar(20) DEFAULT 'ü it''s \\',
  e binary(4) DEFAULT '',
  g varchar(20) DEFAULT 'NULL',
  h varchar(20) DEFAULT 'current_timestamp()',
  i bit(8) DEFAULT 5,
  j int DEFAULT '7',
  k varchar(20) CHARACTER SET latin1 DEFAULT 'ü'
);
