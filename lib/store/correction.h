/* Corrections: what analysts decide, kept as facts beside the articles. */
#ifndef STORE_CORRECTION_H
#define STORE_CORRECTION_H

#include "merge/event.h"
#include "report/correct.h"

/* More are refused: each is read again whenever one of the article is made. */
enum { CORRECTIONS_OF_REPORT_MOST = 100 };

/* What analysts made of a report; its `corrected` tells in which fields. */
struct store_corrected {
    const struct report *extracted; /* what it was found to be; NULL: it is uncorrected */
    int64_t *corrections;           /* those that are in force, ascending */
    size_t count;
};

/* Stored: the numbers do not change. */
enum correction_kind { CORRECTION_REPORT, CORRECTION_JOIN, CORRECTION_SPLIT };

/* A claim that a correction speaks of, told by what stays when its article is read again. */
struct correction_claim {
    bool apart; /* of a split: it stays behind */
    struct str article;
    enum report_kind kind;
    enum report_subtype subtype; /* this and the actor as they were found */
    struct str actor;
    struct quote evidence;
    struct quote count; /* absent when it had no figure */
    size_t ordinal; /* among the claims of the article with these words, in the order of the text, from 0 */
    size_t equals;  /* how many they were, itself included */
    int64_t report; /* what it is now; 0: no stored report is this claim */
};

struct correction {
    int64_t id; /* 0: it was only tried */
    enum correction_kind kind;
    int64_t made;                /* Unix time in milliseconds */
    struct str note;             /* the analyst's; absent when there is none */
    struct report_change change; /* of CORRECTION_REPORT */
    struct correction_claim *claims;
    size_t claim_count;
};

/* Whether it changes anything now: its report is there, or two of those that it joins, or different ones on
 * both sides of its split. */
bool correction_applies(const struct correction *correction);

struct store_report;

/* A callback returns false to stop. */
typedef bool store_on_correction(void *context, const struct correction *correction);

/* What to correct, and what became of it.  The caller owns it all.
 *
 * STORE_CORRECT fails with ERR_NOT_FOUND, ERR_GONE or ERR_CONFLICT when the target is not there (in the last
 * case it was merged into *successor), with ERR_UNSUPPORTED, and a pointer into the request, when what is
 * asked for cannot be: other events or reports that are not there, a report of another event, a split that
 * leaves nothing behind, fewer than two events to join, a report with CORRECTIONS_OF_REPORT_MOST, or what
 * report_change_check refuses; STORE_UNDO with ERR_NOT_FOUND. Nothing is changed then. */
struct store_correcting {
    bool dry_run; /* nothing is kept: only the results are wanted */
    enum correction_kind kind;
    struct str note;
    int64_t target;        /* the report to change, the event to split; to undo, the correction */
    const int64_t *others; /* the events to join, the reports to split off */
    size_t other_count;
    const struct report_change *change;
    struct arena *arena; /* for the results */
    /* results */
    int64_t successor;
    bool known; /* the report has that very correction: it is `correction`, and nothing was changed */
    struct correction correction;
    const struct store_report *report; /* of CORRECTION_REPORT, as it is then; NULL when it is not stored */
    struct corrected_event *events;    /* made or changed, by id */
    size_t event_count;
    struct removed_event *removed;
    size_t removed_count;
};

struct corrected_event {
    struct event event; /* its id is 0 when it would be new and was only tried */
    int64_t *reports;   /* ids */
    size_t report_count;
};

struct removed_event {
    int64_t id;
    int64_t successor; /* 0: none, or one that would be new */
};

#endif
