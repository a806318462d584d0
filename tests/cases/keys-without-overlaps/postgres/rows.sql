INSERT INTO room (id, during) VALUES ('[1,2)', '[2026-01-01,2026-02-01)'), ('[1,2)', '[2026-02-01,2026-03-01)');
INSERT INTO stay (room, during) VALUES ('[1,2)', '[2026-01-15,2026-02-15)');
