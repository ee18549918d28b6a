-- Two ranges, because a row value that ends in a rowid is not used to seek.
SELECT id, lo, hi, facets FROM report WHERE class = ?2 AND lo = ?3 AND id < ?4 AND ?3 >= ?5
UNION ALL
SELECT id, lo, hi, facets FROM report WHERE class = ?2 AND lo < ?3 AND lo >= ?5
ORDER BY lo DESC, id DESC LIMIT ?6
