-- add column line.branch
-- change primary key (unnamed) on line
--
-- Dangers:
-- rewrites-table: every row of table line is written again
-- unique-on-rows: primary key on line: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "line" RENAME TO "__migrate_old_line";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE line (
    bill integer NOT NULL,
    number integer NOT NULL,
    branch integer NOT NULL DEFAULT 0,
    text varchar(40),
    PRIMARY KEY (branch, bill, number)
);

INSERT INTO "line" (rowid, "bill", "number", "text")
SELECT rowid, "bill", "number", "text" FROM "__migrate_old_line";

DROP TABLE "__migrate_old_line";
