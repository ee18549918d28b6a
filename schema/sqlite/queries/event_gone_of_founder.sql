SELECT id FROM event_gone WHERE founder = ? ORDER BY id LIMIT 1
