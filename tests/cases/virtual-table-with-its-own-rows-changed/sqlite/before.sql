CREATE VIRTUAL TABLE note USING fts5(title, body);
CREATE VIRTUAL TABLE note_words USING fts5vocab('note', 'row');
CREATE VIRTUAL TABLE old_note USING fts4(body TEXT, tokenize=simple);
CREATE VIRTUAL TABLE place USING rtree(id, west, east);
CREATE VIEW titles AS SELECT title FROM note;
