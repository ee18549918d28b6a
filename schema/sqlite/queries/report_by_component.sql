SELECT id, event FROM report WHERE component = ?
