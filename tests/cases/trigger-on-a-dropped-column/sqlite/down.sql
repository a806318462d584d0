-- add column item.price
-- create trigger item_price on item

ALTER TABLE "item" ADD COLUMN "price" integer;

CREATE TRIGGER item_price AFTER UPDATE ON item FOR EACH ROW
BEGIN
    INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);
END;
