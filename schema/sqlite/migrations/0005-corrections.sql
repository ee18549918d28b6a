-- What analysts correct.  Facts, as articles are: reports and events are derived from both.  An id is never given again,
-- because the order of the ids is that in which corrections hold.

CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,       -- 0 of a report, 1 join, 2 split
    made INTEGER NOT NULL,
    note TEXT,
    fields INTEGER NOT NULL,     -- of a report: what is given below, as bits (enum change_field of lib/report/correct.h)
    subtype TEXT,                -- names, as in the HTTP contract, so that they outlive any numbering
    scope TEXT,
    status TEXT,
    count_min INTEGER,
    count_max INTEGER,
    actor TEXT,
    counterpart TEXT,
    source TEXT,
    first INTEGER,
    last INTEGER,
    precision TEXT,
    approximate INTEGER NOT NULL,
    said_first INTEGER,
    said_last INTEGER,
    said_precision TEXT,
    said_approximate INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    places BLOB NOT NULL         -- packed (lib/store/sqlite/pack.h)
) STRICT;

-- The claims that a correction speaks of.  A report gets a new id whenever its article is read again, so they are told by
-- their words; `report` is derived.
CREATE TABLE correction_claim (
    correction INTEGER NOT NULL,
    position INTEGER NOT NULL,   -- from 0
    apart INTEGER NOT NULL,      -- 1: of a split, what stays behind
    article TEXT NOT NULL,       -- its id
    kind INTEGER NOT NULL,
    subtype TEXT NOT NULL,       -- this and the next as they were found: they tell claims of one sentence apart
    actor TEXT,
    evidence_field INTEGER NOT NULL,
    evidence_begin INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    evidence_text TEXT,
    count_field INTEGER NOT NULL,
    count_begin INTEGER NOT NULL,
    count_end INTEGER NOT NULL,
    count_text TEXT,
    report INTEGER,              -- the report that is this claim now; NULL: none is
    PRIMARY KEY (correction, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_claim_article ON correction_claim (article);
CREATE INDEX correction_claim_report ON correction_claim (report) WHERE report IS NOT NULL;

-- Derived: what a corrected report was found to be, and the ids of the corrections; packed, NULL when nobody corrected it.
-- Rejected reports belong to no event and no component (0), and are in no list: their class and reach are -1.
ALTER TABLE report ADD COLUMN corrected BLOB;

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
       report.article_id, report.published, report.publisher, report.alternatives, report.corrected,
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
       report.article_id, report.published, report.publisher, report.alternatives, report.corrected,
       article.title, article.url
FROM report JOIN article ON article.number = report.article;
