UPDATE event SET component = ? WHERE id = ?
