SELECT number, id, hash, revision FROM article WHERE url = ? ORDER BY number LIMIT 1
