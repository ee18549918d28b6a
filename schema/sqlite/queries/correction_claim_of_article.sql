SELECT correction_claim.correction, position, apart, article, correction_claim.kind, correction_claim.subtype, correction_claim.actor, evidence_field, evidence_begin, evidence_end,
       evidence_text, count_field, count_begin, count_end, count_text, ordinal, equals, report,
       correction.kind
FROM correction_claim JOIN correction ON correction.id = correction_claim.correction
WHERE correction_claim.article = ? ORDER BY correction_claim.correction, correction_claim.position
