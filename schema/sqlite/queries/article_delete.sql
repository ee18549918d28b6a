DELETE FROM article WHERE number = ?
