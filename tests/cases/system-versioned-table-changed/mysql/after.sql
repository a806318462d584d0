CREATE TABLE price (
    id integer PRIMARY KEY,
    amount bigint NOT NULL,
    note varchar(40) COMMENT 'why',
    currency char(3) NOT NULL DEFAULT 'EUR',
    KEY price_amount (amount)
) WITH SYSTEM VERSIONING;
