CREATE TABLE account (id integer NOT NULL UNIQUE);
CREATE TABLE event (account_id integer REFERENCES account (id)) PARTITION BY LIST (account_id);
