SELECT * FROM claim WHERE component = ? AND event = ?
