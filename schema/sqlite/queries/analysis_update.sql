UPDATE analysis SET rules = ?, timexes = ? WHERE article = ?
