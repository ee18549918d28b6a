SELECT class, lo, hi, kind, events, reports,
       killed_events, killed_min, killed_max, killed_open,
       wounded_events, wounded_min, wounded_max, wounded_open
FROM total WHERE class = ? AND lo BETWEEN ? AND ? ORDER BY lo, hi
