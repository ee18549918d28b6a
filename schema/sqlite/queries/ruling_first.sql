-- The lowest report that ruling ?1 holds together with others, and its component, which is that of all of them; no row
-- when no such claim is there.
SELECT report.id, report.component
FROM correction_claim JOIN report ON report.id = correction_claim.report
WHERE correction_claim.correction = ?1 AND correction_claim.apart = 0 AND report.component <> 0
ORDER BY report.id LIMIT 1
