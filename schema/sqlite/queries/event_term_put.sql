INSERT INTO event_term (term, class, lo, event, hi, facets) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET hi = excluded.hi, facets = excluded.facets
