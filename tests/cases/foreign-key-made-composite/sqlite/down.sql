-- change foreign key line_bill on line
--
-- Dangers:
-- rewrites-table: every row of table line is written again
-- foreign-key-on-rows: foreign key line_bill on line: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "line" RENAME TO "__migrate_old_line";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE line (
    id integer PRIMARY KEY,
    branch integer,
    bill integer,
    CONSTRAINT line_bill FOREIGN KEY (bill) REFERENCES bill (number)
);

INSERT INTO "line" ("id", "branch", "bill")
SELECT "id", "branch", "bill" FROM "__migrate_old_line";

DROP TABLE "__migrate_old_line";
