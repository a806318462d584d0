-- change foreign key line_bill on line
--
-- Dangers:
-- rewrites-table: every row of table line is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "line" RENAME TO "__migrate_old_line";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE line (
    id integer PRIMARY KEY,
    branch integer,
    bill integer,
    CONSTRAINT line_bill FOREIGN KEY (branch, bill) REFERENCES bill (branch, number)
);

INSERT INTO "line" ("id", "branch", "bill")
SELECT "id", "branch", "bill" FROM "__migrate_old_line";

DROP TABLE "__migrate_old_line";
