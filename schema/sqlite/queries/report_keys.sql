SELECT actor_key, reach, town_key FROM report WHERE id BETWEEN ? AND ? ORDER BY id
