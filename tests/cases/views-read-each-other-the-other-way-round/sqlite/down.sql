-- change view cheap: definition
-- change view named: definition

DROP VIEW "cheap";

DROP VIEW "named";

CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10;

CREATE VIEW named AS SELECT id, price FROM cheap;
