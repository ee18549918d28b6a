-- What holds a claim together with others or keeps it apart.
SELECT correction_claim.correction, correction_claim.apart
FROM correction_claim JOIN correction ON correction.id = correction_claim.correction
WHERE correction_claim.report = ? AND correction.kind <> 0
ORDER BY correction_claim.correction, correction_claim.position
