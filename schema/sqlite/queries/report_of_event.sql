SELECT 1 FROM report WHERE component = ? AND event = ? LIMIT 1
