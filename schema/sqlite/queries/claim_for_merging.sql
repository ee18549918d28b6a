SELECT * FROM claim WHERE id = ?
