INSERT OR REPLACE INTO staged (article, timexes, voice, reports) VALUES (?, ?, ?, ?)
