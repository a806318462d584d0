-- change column article.state: type

DROP INDEX "ix_article_open";

ALTER TABLE "article" DROP CONSTRAINT "ck_article_state";

ALTER TABLE "article"
    ALTER COLUMN "state" TYPE character varying(120),
    ADD CONSTRAINT "ck_article_state" CHECK ((state)::text <> ALL (ARRAY['no'::character varying, 'it''s not'::character varying]));

CREATE INDEX "ix_article_open" ON "article" ("id") WHERE (state)::text = ANY (ARRAY['draft'::character varying, 'review'::character varying]);
