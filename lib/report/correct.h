/* What an analyst says of a report in place of what was read in its article. */
#ifndef REPORT_CORRECT_H
#define REPORT_CORRECT_H

#include "report/report.h"

/* What can be corrected.  The numbers are stored as bits: they never change. */
enum change_field {
    CHANGE_SUBTYPE,
    CHANGE_SCOPE,
    CHANGE_STATUS,
    CHANGE_COUNT,
    CHANGE_ACTOR,
    CHANGE_COUNTERPART,
    CHANGE_PLACES,
    CHANGE_DATE,
    CHANGE_SAID,
    CHANGE_SOURCE,
    CHANGE_REJECTED, /* whether it is a report at all */
    CHANGE_FIELDS
};
#define CHANGE_BIT(field) (UINT32_C(1) << (field))

/* The name of the field in the HTTP contract. */
const char *change_field_name(enum change_field field);

/* New values of the fields in `fields` (bits); the others mean nothing.  Strings and places are borrowed. */
struct report_change {
    uint32_t fields;
    enum report_subtype subtype;
    enum report_scope scope;
    enum report_status status;
    int64_t min, max; /* of the count; both COUNT_NONE: there is none */
    struct str actor, counterpart, source_name;
    struct place *places;
    size_t place_count;
    struct interval date, said;
    bool rejected;
};

/* The kind that a subtype is of. */
enum report_kind report_subtype_kind(enum report_subtype subtype);

/* ERR_UNSUPPORTED, with a JSON pointer into the change: a subtype of another kind than `kind`, or a value
 * that cannot be (a count or a date that ends before it begins, a date of more than 100 years or of less than
 * a unit of its precision). */
enum status report_change_check(const struct report_change *change, enum report_kind kind,
                                struct error *error) MUST_CHECK;
/* True when both give the same fields the same values. */
bool report_change_equal(const struct report_change *a, const struct report_change *b);
/* Gives the report the new values and notes them in `corrected`.  The words that it rests on stay as they
 * are; what these say of a value that is no longer theirs (qualifier, other readings of the date) goes. */
void report_change_apply(const struct report_change *change, struct report *report);

#endif
