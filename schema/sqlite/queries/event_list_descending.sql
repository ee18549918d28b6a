SELECT event, lo, hi, facets FROM event_term
WHERE term = ?1 AND class = ?2 AND (lo, event) < (?3, ?4) AND lo >= ?5
ORDER BY lo DESC, event DESC LIMIT ?6
