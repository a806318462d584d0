CREATE TABLE account (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE account_low PARTITION OF account FOR VALUES FROM (0) TO (100);
CREATE TABLE payment (id integer PRIMARY KEY, account_id integer);
