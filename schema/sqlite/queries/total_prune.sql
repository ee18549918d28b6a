DELETE FROM total WHERE class = ? AND lo = ? AND hi = ? AND kind = ? AND events = 0
