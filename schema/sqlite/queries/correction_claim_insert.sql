INSERT INTO correction_claim (correction, position, apart, article, kind, subtype, actor, evidence_field, evidence_begin, evidence_end,
                              evidence_text, count_field, count_begin, count_end, count_text, ordinal, equals, report)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
