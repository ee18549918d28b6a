-- The claims of a kind (?1) and actor (?2) whose span shares a day with ?3..?4: one range for each reach.
WITH reach_range (reach, lowest) AS (VALUES (0, ?3 - 6), (1, ?3 - 91), (2, ?3 - 365), (3, -719162))
SELECT claim.*
FROM reach_range CROSS JOIN claim
WHERE claim.kind = ?1 AND claim.actor_key = ?2 AND claim.reach = reach_range.reach
  AND claim.lo BETWEEN reach_range.lowest AND ?4 AND claim.hi >= ?3
