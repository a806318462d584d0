-- change column item.id: not null constraint
-- rename primary key b to a on item
-- rename unique d to b on item
-- rename check c to d on item

ALTER TABLE "item" RENAME CONSTRAINT "a" TO "a__was";

ALTER INDEX "b" RENAME TO "a";

ALTER INDEX "d" RENAME TO "b";

ALTER TABLE "item" RENAME CONSTRAINT "c" TO "d";

ALTER TABLE "item" RENAME CONSTRAINT "a__was" TO "c";
