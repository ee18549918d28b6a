DELETE FROM analysis WHERE article = ?
