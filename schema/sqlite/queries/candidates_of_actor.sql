-- The claims of a kind (?1) with the actor key ?2 whose span shares a day with ?3..?4, out of the index alone: one
-- range for each reach (see table report).
WITH reach_range (reach, lowest) AS (VALUES (0, ?3 - 6), (1, ?3 - 91), (2, ?3 - 365), (3, -719162))
SELECT report.id, report.twin
FROM reach_range CROSS JOIN report
WHERE report.kind = ?1 AND report.actor_key = ?2 AND report.reach = reach_range.reach
  AND report.lo BETWEEN reach_range.lowest AND ?4 AND report.hi >= ?3
