DELETE FROM staged WHERE article = ?
