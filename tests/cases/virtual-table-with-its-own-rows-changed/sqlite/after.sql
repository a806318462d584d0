CREATE VIRTUAL TABLE note USING fts5(title, body, "at hand" UNINDEXED, tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE note_words USING fts5vocab('note', 'col');
CREATE VIRTUAL TABLE old_note USING fts5(body);
CREATE VIRTUAL TABLE place USING rtree(id, west, east, +label);
CREATE VIEW titles AS SELECT title FROM note;
