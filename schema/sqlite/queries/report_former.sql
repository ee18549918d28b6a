SELECT event, component, kind, subtype, count_min, count_max, actor, evidence_text
FROM report WHERE id BETWEEN ? AND ? ORDER BY id
