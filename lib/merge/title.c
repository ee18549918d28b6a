/* An event in one English line: "At least 30 North Korean troops killed or wounded in Brask". */
#include <string.h>

#include "base/buffer.h"
#include "merge/summary.h"
#include "merge/title.h"

#define TITLE_LIMIT ((size_t)1 << 24) /* names come out of articles */

static void append_number(struct buffer *out, int64_t number)
{
    char digits[24];
    size_t size = 0;
    do {
        digits[size++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (size > 0) {
        buffer_append_char(out, digits[--size]);
        if (size > 0 && size % 3 == 0) {
            buffer_append_char(out, ',');
        }
    }
}

static bool known(struct bounds bounds)
{
    return bounds.min != COUNT_NONE || bounds.max != COUNT_NONE;
}

/* The words of which a vague number is made: of one that is vague by itself at least ("a dozen" is twelve);
 * "of" follows those that are nouns. */
static const struct {
    const char *word;
    bool vague, of;
} vague_words[] = {
    {"a", false, false},    {"couple", false, true}, {"dozen", false, false},    {"dozens", true, true},
    {"few", true, false},   {"handful", true, true}, {"hundred", false, false},  {"hundreds", true, true},
    {"many", true, false},  {"of", false, false},    {"scores", true, true},     {"several", true, false},
    {"some", false, false}, {"tens", true, true},    {"thousand", false, false}, {"thousands", true, true},
};

/* True when `words` are a vague number and nothing else: "several hundred", but not "two priests and several
 * pilgrims".  *of: it takes "of" before the people. */
static bool is_vague(struct str words, bool *of)
{
    bool vague = false;
    for (size_t at = 0; at < words.size;) {
        size_t end = str_find(words, STR(" "), at);
        struct str word = str_slice(words, at, end == SIZE_MAX ? words.size : end);
        size_t i = 0;
        while (i < sizeof vague_words / sizeof *vague_words &&
               !str_equal_nocase(word, str_from(vague_words[i].word))) {
            i++;
        }
        if (i == sizeof vague_words / sizeof *vague_words) {
            return false;
        }
        *of = vague_words[i].of;
        vague = vague || vague_words[i].vague;
        at = end == SIZE_MAX ? words.size : end + 1;
    }
    return vague;
}

/* The qualifiers that leave a number as it is but for its being exact. */
static bool is_about(struct str qualifier)
{
    static const char *const abouts[] = {
        "about",        "approx.",         "approximately",    "around",  "circa", "estimated",
        "an estimated", "in the order of", "in the region of", "roughly", "some",  "something like"};
    for (size_t i = 0; i < sizeof abouts / sizeof *abouts; i++) {
        if (str_equal_nocase(qualifier, str_from(abouts[i]))) {
            return true;
        }
    }
    return false;
}

/* How the claims that give an event its bounds put them. */
struct wording {
    struct str words; /* of a vague number; absent when it is none */
    bool of;
    bool about;         /* all claims with these bounds say "about" */
    struct str opening; /* how all of them put a bound that is open on one side: "nearly"; absent when they do
                           not agree */
};

/* The qualifier of an open bound, when it stands before the number: "nearly", but not "or more". */
static struct str opening_of(const struct count *figure)
{
    struct str words = figure->text.text;
    bool before = figure->qualifier.size > 0 && figure->qualifier.size < words.size &&
                  str_equal_nocase(str_slice(words, 0, figure->qualifier.size), figure->qualifier);
    return before && (figure->min == COUNT_NONE) != (figure->max == COUNT_NONE) ? figure->qualifier
                                                                                : (struct str){NULL, 0};
}

static struct wording wording_of(const struct claim *claims, size_t count, uint32_t subtypes,
                                 struct bounds bounds)
{
    struct wording wording = {.about = bounds.min != COUNT_NONE && bounds.max != COUNT_NONE};
    bool any = false;
    bool hypothetical = all_hypothetical(claims, count);
    for (size_t i = 0; i < count; i++) {
        const struct report *report = &claims[i].report;
        const struct count *figure = &report->count;
        struct str words = report_count_words(report);
        bool of = false;
        if ((UINT32_C(1) << report->subtype & subtypes) == 0 ||
            (report->status == STATUS_HYPOTHETICAL && !hypothetical) || figure->min != bounds.min ||
            figure->max != bounds.max) {
            continue;
        }
        if (figure->qualifier.size < words.size && str_starts(words, figure->qualifier)) {
            words = str_trim(str_slice(words, figure->qualifier.size, words.size));
        }
        if (str_ends(words, STR(" of"))) {
            words.size -= STR(" of").size;
        }
        struct str opening = opening_of(figure);
        wording.opening =
            !any || str_equal_nocase(wording.opening, opening) ? opening : (struct str){NULL, 0};
        any = true;
        wording.about = wording.about && is_about(figure->qualifier);
        if (bounds.min != bounds.max && is_vague(words, &of) &&
            (wording.words.size == 0 || str_compare(words, wording.words) < 0)) {
            wording.words = words;
            wording.of = of;
        }
    }
    wording.about = wording.about && any;
    return wording;
}

static void append_lower(struct buffer *out, struct str words)
{
    for (size_t i = 0; i < words.size; i++) {
        buffer_append_char(out, ascii_lower(words.data[i]));
    }
}

/* "at least 30 ", "nearly 1,000 ", "30–47 ", "about 12 ", "dozens of ": the bounds that the claims of these
 * subtypes (bits) come to; nothing when there are none.  `people`: a noun follows. */
static void append_bounds(struct buffer *out, const struct claim *claims, size_t count, uint32_t subtypes,
                          struct bounds bounds, bool people)
{
    if (!known(bounds)) {
        return;
    }
    struct wording wording = wording_of(claims, count, subtypes, bounds);
    if (wording.opening.size > 0) {
        append_lower(out, wording.opening);
        buffer_append_char(out, ' ');
    } else if (bounds.max == COUNT_NONE) {
        buffer_append_str(out, STR("at least "));
    } else if (bounds.min == COUNT_NONE) {
        buffer_append_str(out, STR("up to "));
    } else if (wording.about) {
        buffer_append_str(out, STR("about "));
    }
    if (wording.words.size > 0) {
        append_lower(out, wording.words);
        buffer_append_str(out, wording.of && people ? STR(" of ") : STR(" "));
        return;
    }
    append_number(out, bounds.min != COUNT_NONE ? bounds.min : bounds.max);
    if (bounds.min != COUNT_NONE && bounds.max != COUNT_NONE && bounds.min != bounds.max) {
        buffer_append_str(out, STR("\u2013"));
        append_number(out, bounds.max);
    }
    buffer_append_char(out, ' ');
}

static const char *casualty_verb(enum report_subtype subtype)
{
    switch (subtype) {
    case SUBTYPE_KILLED:
        return "killed";
    case SUBTYPE_WOUNDED:
        return "wounded";
    case SUBTYPE_KILLED_OR_WOUNDED:
        return "killed or wounded";
    case SUBTYPE_MISSING:
        return "missing";
    case SUBTYPE_CAPTURED:
        return "captured";
    default:
        return "lost";
    }
}

/* The verb of a deployment and the preposition of its place. */
static const char *deployment_verb(enum report_subtype subtype, const char **preposition)
{
    *preposition = "to";
    switch (subtype) {
    case SUBTYPE_DEPLOYED:
        *preposition = "in";
        return "deployed";
    case SUBTYPE_MOVED:
        return "moved";
    case SUBTYPE_ENTERED_COMBAT:
        *preposition = "in";
        return "in combat";
    case SUBTYPE_REINFORCED:
        *preposition = "in";
        return "reinforced";
    case SUBTYPE_WITHDRAWN:
        *preposition = "from";
        return "withdrawn";
    case SUBTYPE_PLANNED:
        return "to be sent";
    default:
        return "sent";
    }
}

/* Whether a claim that is no part of another one's figure names the place. */
static bool is_of_total(const struct claim *claims, size_t count, const bool *part, const struct place *place)
{
    for (size_t i = 0; i < count; i++) {
        const struct report *report = &claims[i].report;
        for (size_t k = 0; k < report->place_count && !part[i]; k++) {
            if (str_equal(report->places[k].name, place->name)) {
                return true;
            }
        }
    }
    return false;
}

/* Leaves the places of the totals, because the figure is theirs: seven of the twelve killed in a district
 * died in one of its villages.  All of them where no total names a place.  ERR_NO_MEMORY. */
static enum status leave_places_of_totals(struct arena *arena, const struct claim *claims, size_t count,
                                          const bool *part, struct event *event)
{
    bool any = false;
    for (size_t i = 0; i < count && !any; i++) {
        any = part[i];
    }
    struct place *kept = any ? arena_array(arena, event->place_count, sizeof *kept) : NULL;
    size_t left = 0;
    if (any && kept == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; any && i < event->place_count; i++) {
        if (is_of_total(claims, count, part, &event->places[i])) {
            kept[left++] = event->places[i];
        }
    }
    if (left > 0) {
        event->places = kept;
        event->place_count = left;
    }
    return OK;
}

/* One or two places of the finest kind; for more of them what lies around them, else the first "and
 * elsewhere". */
static void append_places(struct buffer *out, const struct event *event, const char *preposition)
{
    if (event->place_count == 0) {
        return;
    }
    const struct place *first = &event->places[0];
    size_t finest = 1;
    while (finest < event->place_count && place_fineness(&event->places[finest]) == place_fineness(first)) {
        finest++;
    }
    buffer_append_char(out, ' ');
    buffer_append_str(out, str_from(preposition));
    buffer_append_char(out, ' ');
    if (finest > 2 && finest < event->place_count) {
        buffer_append_str(out, event->places[finest].name);
        return;
    }
    buffer_append_str(out, first->name);
    if (finest == 2) {
        buffer_append_str(out, STR(" and "));
        buffer_append_str(out, event->places[1].name);
    } else if (finest > 2) {
        buffer_append_str(out, STR(" and elsewhere"));
    }
}

static bool all_denied(const struct event *event)
{
    return event->statuses[STATUS_DENIED] == event->reports;
}

static bool is_one(struct bounds bounds)
{
    return bounds.min == 1 && bounds.max == 1;
}

/* What happened to the people before it: "killed", and "were killed" of what is only denied. */
static void append_verb(struct buffer *out, const struct event *event, struct bounds bounds, const char *verb)
{
    if (all_denied(event)) {
        buffer_append_str(out, is_one(bounds) ? STR("was ") : STR("were "));
    }
    buffer_append_str(out, str_from(verb));
}

/* "12 North Korean troops killed and at least 30 wounded" */
static void append_parts(struct buffer *out, const struct claim *claims, size_t count,
                         const struct event *event)
{
    const struct {
        enum report_subtype subtype;
        struct bounds bounds;
    } parts[] = {{SUBTYPE_KILLED, event->killed},
                 {SUBTYPE_WOUNDED, event->wounded},
                 {SUBTYPE_MISSING, event->missing},
                 {SUBTYPE_CAPTURED, event->captured}};
    size_t left = 0;
    for (size_t i = 0; i < 4; i++) {
        left += known(parts[i].bounds);
    }
    bool first = true;
    for (size_t i = 0; i < 4; i++) {
        if (!known(parts[i].bounds)) {
            continue;
        }
        left--;
        if (!first) {
            buffer_append_str(out, left == 0 ? STR(" and ") : STR(", "));
        }
        append_bounds(out, claims, count, UINT32_C(1) << parts[i].subtype, parts[i].bounds, first);
        if (first) {
            title_append_people(out, claims, count, event, parts[i].bounds);
            buffer_append_char(out, ' ');
            append_verb(out, event, parts[i].bounds, casualty_verb(parts[i].subtype));
        } else {
            buffer_append_str(out, str_from(casualty_verb(parts[i].subtype)));
        }
        first = false;
    }
}

/* A figure of all the hurt has the parts in it. */
static bool parts_alone(const struct event *event, enum report_subtype counted)
{
    int parts = known(event->killed) + known(event->wounded) + known(event->missing) + known(event->captured);
    return event->kind == KIND_CASUALTY && counted != SUBTYPE_KILLED_OR_WOUNDED && parts > 1;
}

/* The people of the title: "people" unless each of its figures is one of the event's actor. */
static struct str told_actor(const struct claim *claims, size_t count, enum report_subtype counted,
                             const struct event *event)
{
    const struct {
        enum report_subtype subtype;
        struct bounds bounds;
    } figures[] = {{SUBTYPE_KILLED, event->killed},
                   {SUBTYPE_WOUNDED, event->wounded},
                   {SUBTYPE_MISSING, event->missing},
                   {SUBTYPE_CAPTURED, event->captured},
                   {counted, event->count}};
    bool parts = parts_alone(event, counted);
    if (event->kind == KIND_DEPLOYMENT) {
        return event->actor;
    }
    for (size_t i = parts ? 0 : 4; i < (parts ? 4 : 5); i++) {
        if (!title_counts_actor(claims, count, event->actor, figures[i].subtype, figures[i].bounds)) {
            return (struct str){NULL, 0};
        }
    }
    return event->actor;
}

/* "200 casualties among North Korean troops"; nobody is named when it is people at large. */
static void append_casualties(struct buffer *out, const struct claim *claims, size_t count,
                              const struct event *event)
{
    bool one = is_one(event->count);
    if (all_denied(event)) {
        buffer_append_str(out, one ? STR("there was ") : STR("there were "));
    }
    append_bounds(out, claims, count, UINT32_C(1) << SUBTYPE_UNSPECIFIED, event->count, true);
    buffer_append_str(out, one ? STR("casualty") : STR("casualties"));
    if (event->actor.size > 0 && !str_equal(event->actor, STR("people"))) {
        buffer_append_str(out, STR(" among "));
        title_append_people(out, claims, count, event, (struct bounds){COUNT_NONE, COUNT_NONE});
    }
}

static struct str status_sign(const struct event *event)
{
    if (all_denied(event)) {
        return STR("Denied that ");
    }
    if (event->statuses[STATUS_EXPECTED] == event->reports) {
        return STR("Expected: ");
    }
    if (event->statuses[STATUS_HYPOTHETICAL] == event->reports) {
        return STR("Hypothetical: ");
    }
    return (struct str){NULL, 0};
}

enum status event_title(struct arena *arena, const struct claim *claims, size_t count, const bool *part,
                        enum report_subtype counted, struct event *event)
{
    struct buffer out;
    const char *preposition = "in";
    struct event told = *event;
    told.actor = told_actor(claims, count, counted, event);
    if (leave_places_of_totals(arena, claims, count, part, &told) != OK) {
        return ERR_NO_MEMORY;
    }
    buffer_init(&out, TITLE_LIMIT);
    buffer_append_str(&out, status_sign(event));
    size_t begin = out.size;
    uint32_t subtypes = event->kind == KIND_CASUALTY ? UINT32_C(1) << counted : UINT32_MAX;
    if (parts_alone(event, counted)) {
        append_parts(&out, claims, count, &told);
    } else if (counted == SUBTYPE_UNSPECIFIED) {
        append_casualties(&out, claims, count, &told);
    } else {
        append_bounds(&out, claims, count, subtypes, event->count, true);
        title_append_people(&out, claims, count, &told, event->count);
        buffer_append_char(&out, ' ');
        append_verb(&out, event, event->count,
                    event->kind == KIND_CASUALTY ? casualty_verb(counted)
                                                 : deployment_verb(event->subtype, &preposition));
    }
    if (event->scope == SCOPE_CUMULATIVE && event->kind == KIND_CASUALTY) {
        buffer_append_str(&out, STR(" in all"));
    }
    append_places(&out, &told, preposition);
    enum status status = buffer_status(&out);
    if (status == OK) {
        struct str title = arena_copy(arena, buffer_str(&out));
        char *first = title.data == NULL ? NULL : arena_alloc(arena, title.size);
        if (first == NULL) {
            status = ERR_NO_MEMORY;
        } else {
            memcpy(first, title.data, title.size);
            if (begin < title.size && !all_denied(event) && ascii_is_lower(first[begin])) {
                first[begin] = (char)(first[begin] - 'a' + 'A');
            }
            event->title = (struct str){first, title.size};
        }
    }
    buffer_release(&out);
    return status;
}
