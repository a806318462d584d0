CREATE COLLATION sorted (provider = icu, locale = 'de');
CREATE TABLE word (word text COLLATE sorted PRIMARY KEY, other text CHECK (other COLLATE sorted <> 'no'));
CREATE INDEX word_other ON word (other COLLATE sorted);
CREATE TABLE meaning (word text COLLATE sorted REFERENCES word (word));
