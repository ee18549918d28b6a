SELECT number, id, hash, revision FROM article WHERE id = ?
