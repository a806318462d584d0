-- rename table post to article
-- rename column article.status to state
-- change column article.state: default
-- change check ck_post_status on article
-- rename value 'draft' of article.state to 'Draft'
--
-- Dangers:
-- renames: table post is called article from now on
-- renames: column post.status is called state from now on
-- rewrites-table: every row of table post is written again, 3 rows now
-- renames: 'draft' of column article.state is called 'Draft' from now on

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of comment have lost their parent" CHECK ("child" <> 'comment' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('comment', (SELECT count(*) FROM pragma_foreign_key_check('comment')));

ALTER TABLE "post" RENAME TO "article";

ALTER TABLE "article" RENAME COLUMN "status" TO "state";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "article" RENAME TO "__migrate_old_article";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE article (
    id INTEGER NOT NULL PRIMARY KEY,
    state TEXT NOT NULL DEFAULT 'Draft',
    title TEXT NOT NULL,
    CONSTRAINT ck_post_status CHECK (state IN ('Draft', 'published', 'gone'))
);

INSERT INTO "article" ("id", "state", "title")
SELECT "id", CASE "state" WHEN 'draft' THEN 'Draft' ELSE "state" END, "title" FROM "__migrate_old_article";

DROP TABLE "__migrate_old_article";

CREATE INDEX ix_post_status ON article (state);

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
