-- Owned by the column and drawn from by hand.
CREATE SEQUENCE spare;
CREATE TABLE ticket (id serial PRIMARY KEY);
ALTER SEQUENCE spare OWNED BY ticket.id;
