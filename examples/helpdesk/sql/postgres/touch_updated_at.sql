CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at = CURRENT_TIMESTAMP;
    RETURN NEW;
END;
$$;

CREATE TRIGGER ticket_touched
BEFORE UPDATE ON ticket
FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
