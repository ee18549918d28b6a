-- Two ranges, because a row value that ends in a rowid is not used to seek.
SELECT id, as_of, 0, 0 FROM event WHERE series = ?1 AND as_of = ?3 AND id < ?4
UNION ALL
SELECT id, as_of, 0, 0 FROM event WHERE series = ?1 AND as_of < ?3 AND as_of >= ?5
ORDER BY 2 DESC, 1 DESC LIMIT ?6
