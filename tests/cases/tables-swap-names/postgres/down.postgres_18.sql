-- rename table hot to cold
-- change column cold.cold_key: not null constraint
-- rename primary key hot_pkey to cold_pkey on cold
-- rename table cold to hot
-- change column hot.hot_key: not null constraint
-- rename primary key cold_pkey to hot_pkey on hot
--
-- Dangers:
-- renames: table hot is called cold from now on
-- renames: table cold is called hot from now on

ALTER TABLE "hot" RENAME TO "hot__old";

ALTER TABLE "cold" RENAME TO "hot";

ALTER TABLE "hot__old" RENAME TO "cold";

ALTER INDEX "hot_pkey" RENAME TO "hot_pkey__old";

ALTER INDEX "cold_pkey" RENAME TO "hot_pkey";

ALTER INDEX "hot_pkey__old" RENAME TO "cold_pkey";

ALTER TABLE "cold" RENAME CONSTRAINT "hot_cold_key_not_null" TO "cold_cold_key_not_null";

ALTER TABLE "hot" RENAME CONSTRAINT "cold_hot_key_not_null" TO "hot_hot_key_not_null";
