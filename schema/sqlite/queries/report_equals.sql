-- How many reports of an article have the words of one of them, and how many of these stand before it (`same_words` and
-- `is_before` of lib/store/sqlite/correction.c).  The + keeps SQLite from all reports of the kind.
SELECT count(*), count(*) FILTER (WHERE (other.evidence_field, other.evidence_begin, other.count_begin, other.position)
                                        < (me.evidence_field, me.evidence_begin, me.count_begin, me.position))
FROM report AS me JOIN analysis ON analysis.article = me.article
     JOIN report AS other ON other.id BETWEEN first_report AND first_report + report_count - 1
WHERE me.id = ? AND +other.kind = me.kind AND other.evidence_text IS me.evidence_text AND other.count_text IS me.count_text
      AND other.count_begin - other.evidence_begin * (me.count_text IS NOT NULL)
          = me.count_begin - me.evidence_begin * (me.count_text IS NOT NULL)
