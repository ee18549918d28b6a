SELECT actor_key, reach FROM report WHERE id BETWEEN ? AND ? ORDER BY id
