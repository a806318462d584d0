-- A role sees the tickets of the team of its name.
CREATE POLICY own_tickets ON ticket
USING (team_id IN (SELECT id FROM team WHERE name = CURRENT_USER));
