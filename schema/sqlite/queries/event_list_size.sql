-- Two ranges, because a row value that ends in a rowid is not used to seek.
SELECT id, size, 0, 0 FROM event WHERE size = ?3 AND id < ?4
UNION ALL
SELECT id, size, 0, 0 FROM event WHERE size < ?3
ORDER BY 2 DESC, 1 DESC LIMIT ?6
