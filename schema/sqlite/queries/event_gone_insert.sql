INSERT INTO event_gone (id, successor) VALUES (?, ?)
