UPDATE size SET articles = articles + ?, reports = reports + ?, events = events + ?
