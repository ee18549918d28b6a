SELECT event FROM report WHERE id = ?
