INSERT INTO term (field, value) VALUES (?, ?)
