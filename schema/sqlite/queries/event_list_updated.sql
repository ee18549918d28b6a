-- Two ranges, because a row value that ends in a rowid is not used to seek.
SELECT id, updated, 0, 0 FROM event WHERE updated = ?3 AND id < ?4
UNION ALL
SELECT id, updated, 0, 0 FROM event WHERE updated < ?3 AND updated >= ?5
ORDER BY 2 DESC, 1 DESC LIMIT ?6
