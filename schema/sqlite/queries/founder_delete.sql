DELETE FROM founder WHERE id = ?
