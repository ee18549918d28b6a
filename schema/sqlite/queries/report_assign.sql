UPDATE report SET event = ?, component = ? WHERE id = ?
