-- What else the date of a claim, and so that of an event, may be: packed, empty when there is nothing.

ALTER TABLE report ADD COLUMN alternatives BLOB NOT NULL DEFAULT x'';
ALTER TABLE event ADD COLUMN alternatives BLOB NOT NULL DEFAULT x'';

-- Of claims stored before, those whose days are just what their words say (lib/store/sqlite/readings.h); unless they are
-- expected, hypothetical or planned they lie no later than their article.
UPDATE report SET alternatives = readings_of(
    (SELECT timexes FROM analysis WHERE analysis.article = report.article), basis_timex, first, last,
    CASE WHEN status IN (4, 5) OR subtype = 12 THEN NULL ELSE published END)
WHERE basis_timex >= 0 AND first IS NOT NULL AND last IS NOT NULL;

-- Of events stored before, what all of their claims may be as well.
UPDATE event SET alternatives = coalesce((
    SELECT min(alternatives) FROM report
    WHERE report.component = event.component AND report.event = event.id
    HAVING min(alternatives) = max(alternatives)), x'');

DROP VIEW claim;
DROP VIEW claim_with_article;

-- A report as merging reads it, in the order of columns that lib/store/sqlite/rows.c reads.
CREATE VIEW claim AS
SELECT report.id, report.event, report.component, report.position, report.class, report.lo, report.hi, report.facets,
       report.kind, report.subtype, report.scope, report.status,
       report.first, report.last, report.precision, report.approximate,
       report.said_first, report.said_last, report.said_precision, report.said_approximate,
       report.count_min, report.count_max, report.count_qualifier,
       report.count_field, report.count_begin, report.count_end, report.count_text,
       report.actor, report.counterpart, report.basis_timex,
       report.basis_field, report.basis_begin, report.basis_end, report.basis_text,
       report.source_name, report.source_field, report.source_begin, report.source_end, report.source_text,
       report.evidence_field, report.evidence_begin, report.evidence_end, report.evidence_text,
       report.prefix, report.suffix, report.rule, report.places, report.terms, report.voice, report.twin,
       report.article_id, report.published, report.publisher, report.alternatives,
       NULL AS title, NULL AS url
FROM report;

-- The same with what lists show of its article.
CREATE VIEW claim_with_article AS
SELECT report.id, report.event, report.component, report.position, report.class, report.lo, report.hi, report.facets,
       report.kind, report.subtype, report.scope, report.status,
       report.first, report.last, report.precision, report.approximate,
       report.said_first, report.said_last, report.said_precision, report.said_approximate,
       report.count_min, report.count_max, report.count_qualifier,
       report.count_field, report.count_begin, report.count_end, report.count_text,
       report.actor, report.counterpart, report.basis_timex,
       report.basis_field, report.basis_begin, report.basis_end, report.basis_text,
       report.source_name, report.source_field, report.source_begin, report.source_end, report.source_text,
       report.evidence_field, report.evidence_begin, report.evidence_end, report.evidence_text,
       report.prefix, report.suffix, report.rule, report.places, report.terms, report.voice, report.twin,
       report.article_id, report.published, report.publisher, report.alternatives,
       article.title, article.url
FROM report JOIN article ON article.number = report.article;
