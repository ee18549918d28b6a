SELECT id, kind, made, note, fields, subtype, scope, status, count_min, count_max, actor, counterpart, source, first, last,
       precision, approximate, said_first, said_last, said_precision, said_approximate, rejected, places
FROM correction WHERE id > ? ORDER BY id
