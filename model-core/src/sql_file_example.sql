-- Every change of a post leaves a line in the log.
CREATE TRIGGER post_logged AFTER UPDATE ON post
BEGIN
    INSERT INTO post_log (post_id) VALUES (new.id);
END;
