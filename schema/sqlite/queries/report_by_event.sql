SELECT id, event FROM report WHERE component = ? ORDER BY event, id
