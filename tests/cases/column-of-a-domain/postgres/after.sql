CREATE DOMAIN cents AS integer CHECK (VALUE >= 0);
CREATE TABLE item (id integer PRIMARY KEY, price cents, shipping cents DEFAULT 5);
