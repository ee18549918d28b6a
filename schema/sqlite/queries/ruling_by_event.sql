SELECT correction_claim.report, correction_claim.correction, correction.kind
FROM report
JOIN correction_claim ON correction_claim.report = report.id
JOIN correction ON correction.id = correction_claim.correction
WHERE report.component = ? AND report.event = ? AND correction.kind <> 0 AND correction_claim.apart = 0
ORDER BY correction_claim.correction, correction_claim.position
