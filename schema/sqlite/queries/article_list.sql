-- Two ranges, because a row value that ends in a rowid is not used to seek.
SELECT number, id, revision, stored, published_day, published_second, published_offset,
       url, title, publisher, author, language
FROM article
WHERE published_day = ?1 AND number > ?2 AND ?1 <= ?3
UNION ALL
SELECT number, id, revision, stored, published_day, published_second, published_offset,
       url, title, publisher, author, language
FROM article
WHERE published_day > ?1 AND published_day <= ?3
ORDER BY published_day, number
