-- create index doc_body on doc
-- create index doc_key on doc
-- create index doc_tags on doc
--
-- Dangers:
-- blocks-writes: table doc is locked (SHARE) while index doc_body is built and while index doc_key is built and while index doc_tags is built

CREATE INDEX "doc_body" ON "doc" USING "gin" ("body" jsonb_path_ops);

CREATE INDEX "doc_key" ON "doc" ((body ->> 'key'::text));

CREATE INDEX "doc_tags" ON "doc" USING "gin" ("tags") WITH ("fastupdate" = 'off');
