-- A team without an open ticket is among them, too.
SELECT team.name AS team, count(open_ticket.id) AS tickets
FROM team
LEFT JOIN open_ticket ON open_ticket.team_id = team.id
GROUP BY team.id, team.name
