INSERT INTO report (id, article, position, event, component, kind, actor_key, class, lo, hi, reach, facets, twin, voice, article_id, published, publisher, subtype, scope,
                    status, first, last, precision, approximate, said_first, said_last, said_precision,
                    said_approximate, count_min, count_max, count_qualifier, count_field, count_begin, count_end,
                    count_text, actor, counterpart, basis_timex, basis_field, basis_begin, basis_end, basis_text,
                    source_name, source_field, source_begin, source_end, source_text, evidence_field, evidence_begin,
                    evidence_end, evidence_text, prefix, suffix, rule, places, terms, alternatives, town_key, corrected)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
