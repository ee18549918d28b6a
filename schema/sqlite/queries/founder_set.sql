UPDATE founder SET report = ? WHERE id = ?
