CREATE TRIGGER ticket_touched
AFTER UPDATE OF title, body, closed ON ticket
BEGIN
    UPDATE ticket SET updated_at = CURRENT_TIMESTAMP WHERE id = new.id;
END;
