SELECT id, id, 0, 0 FROM report WHERE id < ?4 ORDER BY id DESC LIMIT ?6
