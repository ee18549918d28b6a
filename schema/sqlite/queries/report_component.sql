SELECT component FROM report WHERE id = ?
