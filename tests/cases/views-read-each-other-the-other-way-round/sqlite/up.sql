-- change view cheap: definition
-- change view named: definition

DROP VIEW "named";

DROP VIEW "cheap";

CREATE VIEW named AS SELECT id, price FROM item;

CREATE VIEW cheap AS SELECT id, price FROM named WHERE price < 10;
