INSERT INTO reprocess (rules, started, finished, articles, reached, done, changed, kept)
VALUES (?, ?, NULL, ?, 0, 0, 0, 0)
