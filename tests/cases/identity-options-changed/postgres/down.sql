-- change column item.id: key generation

ALTER SEQUENCE "item_id_seq" INCREMENT BY 5 MAXVALUE 2147483647 NO CYCLE;
