SELECT component FROM report WHERE component > ? ORDER BY component LIMIT 1
