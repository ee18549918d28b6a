UPDATE report SET component = ? WHERE component = ?
