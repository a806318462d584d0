CREATE VIRTUAL TABLE note USING fts5(body, content='');
