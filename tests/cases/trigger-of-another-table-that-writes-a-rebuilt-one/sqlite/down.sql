-- change column history.item_id: drop not null
--
-- Dangers:
-- rewrites-table: every row of table history is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "history" RENAME TO "__migrate_old_history";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE history (
    item_id integer,
    price integer
);

INSERT INTO "history" (rowid, "item_id", "price")
SELECT rowid, "item_id", "price" FROM "__migrate_old_history";

DROP TABLE "__migrate_old_history";
