#include "report/report.h"

#include "base/str.h"
#include "report/correct.h"

static const char *const kind_names[KIND_COUNT] = {
    [KIND_CASUALTY] = "casualty",
    [KIND_DEPLOYMENT] = "deployment",
};

static const char *const subtype_names[SUBTYPE_COUNT] = {
    [SUBTYPE_KILLED] = "killed",
    [SUBTYPE_WOUNDED] = "wounded",
    [SUBTYPE_KILLED_OR_WOUNDED] = "killed_or_wounded",
    [SUBTYPE_MISSING] = "missing",
    [SUBTYPE_CAPTURED] = "captured",
    [SUBTYPE_UNSPECIFIED] = "unspecified",
    [SUBTYPE_SENT] = "sent",
    [SUBTYPE_DEPLOYED] = "deployed",
    [SUBTYPE_MOVED] = "moved",
    [SUBTYPE_ENTERED_COMBAT] = "entered_combat",
    [SUBTYPE_REINFORCED] = "reinforced",
    [SUBTYPE_WITHDRAWN] = "withdrawn",
    [SUBTYPE_PLANNED] = "planned",
};

static const char *const scope_names[SCOPE_COUNT] = {
    [SCOPE_INCIDENT] = "incident",
    [SCOPE_CUMULATIVE] = "cumulative",
};

static const char *const status_names[STATUS_COUNT] = {
    [STATUS_CONFIRMED] = "confirmed", [STATUS_CLAIMED] = "claimed",   [STATUS_UNVERIFIED] = "unverified",
    [STATUS_DENIED] = "denied",       [STATUS_EXPECTED] = "expected", [STATUS_HYPOTHETICAL] = "hypothetical",
};

/* The index of `name` in `names`, or `count`. */
static size_t find_name(const char *const *names, size_t count, struct str name)
{
    size_t i = 0;

    while (i < count && !str_equal(str_from(names[i]), name)) {
        i++;
    }
    return i;
}

const char *report_kind_name(enum report_kind kind)
{
    return kind_names[kind];
}

const char *report_subtype_name(enum report_subtype subtype)
{
    return subtype_names[subtype];
}

const char *report_scope_name(enum report_scope scope)
{
    return scope_names[scope];
}

const char *report_status_name(enum report_status status)
{
    return status_names[status];
}

bool report_kind_from_name(struct str name, enum report_kind *kind)
{
    size_t found = find_name(kind_names, KIND_COUNT, name);

    if (found == KIND_COUNT) {
        return false;
    }
    *kind = (enum report_kind)found;
    return true;
}

bool report_subtype_from_name(struct str name, enum report_subtype *subtype)
{
    size_t found = find_name(subtype_names, SUBTYPE_COUNT, name);

    if (found == SUBTYPE_COUNT) {
        return false;
    }
    *subtype = (enum report_subtype)found;
    return true;
}

bool report_scope_from_name(struct str name, enum report_scope *scope)
{
    size_t found = find_name(scope_names, SCOPE_COUNT, name);

    if (found == SCOPE_COUNT) {
        return false;
    }
    *scope = (enum report_scope)found;
    return true;
}

bool report_status_from_name(struct str name, enum report_status *status)
{
    size_t found = find_name(status_names, STATUS_COUNT, name);

    if (found == STATUS_COUNT) {
        return false;
    }
    *status = (enum report_status)found;
    return true;
}

struct str report_count_words(const struct report *report)
{
    bool corrected = (report->corrected & CHANGE_BIT(CHANGE_COUNT)) != 0;
    return corrected ? (struct str){NULL, 0} : report->count.text.text;
}
