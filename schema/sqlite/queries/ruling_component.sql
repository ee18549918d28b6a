-- The component of the claims that ruling ?1 holds together; it has one component, or none when no such claim is there.
SELECT report.component
FROM correction_claim JOIN report ON report.id = correction_claim.report
WHERE correction_claim.correction = ?1 AND correction_claim.apart = 0 AND report.component <> 0
LIMIT 1
