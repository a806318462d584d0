-- create sequence item_tickets

CREATE SEQUENCE "item_tickets";

ALTER SEQUENCE "item_tickets" OWNED BY "item"."ticket";
