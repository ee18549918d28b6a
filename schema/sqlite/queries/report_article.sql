SELECT article FROM report WHERE id = ?
