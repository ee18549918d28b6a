SELECT id FROM report WHERE component = ? AND event = ? ORDER BY id
