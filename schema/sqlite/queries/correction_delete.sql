DELETE FROM correction WHERE id = ?
