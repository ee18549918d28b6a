SELECT number, id, hash, revision, rules FROM article LEFT JOIN analysis ON analysis.article = article.number
WHERE id = ?
