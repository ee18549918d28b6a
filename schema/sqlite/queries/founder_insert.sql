INSERT INTO founder (event, report) VALUES (?, ?)
