SELECT * FROM claim WHERE component = ?
