CREATE TABLE item (
  id int PRIMARY KEY,
  token varchar(36) NOT NULL DEFAULT (uuid()),
  name varchar(60) DEFAULT (sha2(rand(), 224)),
  luck double DEFAULT (rand()),
  salt varchar(16) DEFAULT (hex(random_bytes(8))),
  plain int DEFAULT 5,
  changed datetime DEFAULT now() ON UPDATE now(),
  UNIQUE KEY by_token (token)
);
