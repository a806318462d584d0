-- change options of table item

ALTER TABLE "item" SET UNLOGGED;
