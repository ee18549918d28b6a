/* A report: one claim made in one place of one article.  The conventions are those of the HTTP contract:
 * every number, date basis and source stands in the text where the report says. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "article/article.h"
#include "timex/timex.h"

enum report_kind { KIND_CASUALTY, KIND_DEPLOYMENT, KIND_COUNT };

enum report_subtype {
    SUBTYPE_KILLED,
    SUBTYPE_WOUNDED,
    SUBTYPE_KILLED_OR_WOUNDED,
    SUBTYPE_MISSING,
    SUBTYPE_CAPTURED,
    SUBTYPE_UNSPECIFIED,
    SUBTYPE_SENT,
    SUBTYPE_DEPLOYED,
    SUBTYPE_MOVED,
    SUBTYPE_ENTERED_COMBAT,
    SUBTYPE_REINFORCED,
    SUBTYPE_WITHDRAWN,
    SUBTYPE_PLANNED,
    SUBTYPE_COUNT
};

enum report_scope { SCOPE_INCIDENT, SCOPE_CUMULATIVE, SCOPE_COUNT };

enum report_status {
    STATUS_CONFIRMED,
    STATUS_CLAIMED,
    STATUS_UNVERIFIED,
    STATUS_DENIED,
    STATUS_EXPECTED,
    STATUS_HYPOTHETICAL,
    STATUS_COUNT
};

/* The names of the HTTP contract, and back: false when there is no such name. */
const char *report_kind_name(enum report_kind kind);
const char *report_subtype_name(enum report_subtype subtype);
const char *report_scope_name(enum report_scope scope);
const char *report_status_name(enum report_status status);
bool report_kind_from_name(struct str name, enum report_kind *kind);
bool report_subtype_from_name(struct str name, enum report_subtype *subtype);
bool report_scope_from_name(struct str name, enum report_scope *scope);
bool report_status_from_name(struct str name, enum report_status *status);

/* Words quoted from the article.  A boundary object: begin and end count code points of the field, end
 * exclusive. Absent when text.data is NULL. */
struct quote {
    enum article_field field;
    uint32_t begin;
    uint32_t end;
    struct str text;
};

#define COUNT_NONE (-1)

/* How many: COUNT_NONE for a bound that the words do not give; both are COUNT_NONE when the text has words
 * but no figure ("heavy losses").  Absent when text.text.data is NULL. */
struct count {
    int64_t min;
    int64_t max;
    struct str qualifier; /* "at least"; absent when the words are a bare number */
    struct quote text;
};

struct place {
    struct str name;      /* as the text names it, in the form of the gazetteer when it is known there */
    struct str country;   /* ISO 3166-1 alpha-2; absent when unknown */
    struct str region;    /* the first-level division that holds it; absent when unknown or itself one */
    struct str precision; /* "village" "city" "region" "country"; absent when unknown */
    double lat, lon;      /* WGS 84 degrees; valid when has_point */
    bool has_point;
};

struct report {
    enum report_kind kind;
    enum report_subtype subtype;
    enum report_scope scope;
    enum report_status status;
    struct count count;
    struct str actor; /* whose people: canonical name; absent when the text does not tell */
    struct str counterpart;
    struct place *places;
    size_t place_count;
    struct interval date; /* of the happening */
    int32_t basis_timex;  /* index into the article's timexes, or -1 */
    struct quote basis;   /* the words the date rests on; absent when the text gives none */
    /* What else `date` may be where those words have another defensible reading: each with the TIMEX3 value
     * that expression basis_timex then has, and the days that the claim then has, made of it as `date` is (up
     * to the day of publication, "since" it, of both ends of a range).  Days that come to the same are left
     * out, and those of a list of three expressions or more.  NULL when there is none. */
    const struct timex_reading *alternatives;
    uint8_t alternative_count;
    struct str source_name; /* who claims it; absent when nobody does and the publisher is unknown */
    struct quote source;    /* absent when the publisher itself asserts it */
    struct interval said;
    struct quote evidence; /* the sentence */
    struct str prefix;     /* up to 32 code points before the evidence */
    struct str suffix;     /* and behind it */
    struct str rule;       /* the rule that found it, so that a wrong report can be traced */
    uint32_t corrected; /* what is an analyst's and not the text's: bits by enum change_field (correct.h) */
    bool rejected;      /* an analyst says that it is no report at all */
};

/* The words that the figure is read from; absent when it is an analyst's, of which they say nothing. */
struct str report_count_words(const struct report *report);

#endif
