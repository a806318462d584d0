-- drop primary key item_pkey on item

ALTER TABLE "item" DROP CONSTRAINT "item_pkey";
