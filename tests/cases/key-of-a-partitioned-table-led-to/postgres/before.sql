CREATE TABLE account (id integer PRIMARY KEY);
CREATE TABLE event (account_id integer REFERENCES account) PARTITION BY LIST (account_id);
