INSERT INTO event_gone (id, successor, revision) VALUES (?, ?, ?)
