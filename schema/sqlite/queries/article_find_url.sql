-- Of several with the url ?1, which older programs stored, first the one with the id ?2.
SELECT number, id, hash, revision, rules FROM article LEFT JOIN analysis ON analysis.article = article.number
WHERE url = ?1 ORDER BY id <> ?2, number LIMIT 1
