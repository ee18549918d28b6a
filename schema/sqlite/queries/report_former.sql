SELECT event, component, kind, subtype, actor, evidence_text FROM report WHERE id BETWEEN ? AND ? ORDER BY id
