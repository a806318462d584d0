-- change column item.id: not null constraint
-- rename primary key a to b on item
-- rename unique b to d on item
-- rename check d to c on item

ALTER TABLE "item" RENAME CONSTRAINT "d" TO "d__was";

ALTER INDEX "b" RENAME TO "d";

ALTER INDEX "a" RENAME TO "b";

ALTER TABLE "item" RENAME CONSTRAINT "c" TO "a";

ALTER TABLE "item" RENAME CONSTRAINT "d__was" TO "c";
