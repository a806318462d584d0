-- drop sequence item_tickets

DROP SEQUENCE "item_tickets";
