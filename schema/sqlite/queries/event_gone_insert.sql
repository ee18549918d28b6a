INSERT INTO event_gone (id, successor, founder, revision) VALUES (?, ?, ?, ?)
