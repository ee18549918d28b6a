/* An event in one English line: "At least 30 North Korean troops killed or wounded in Brask". */
#include <string.h>

#include "base/buffer.h"
#include "merge/summary.h"
#include "place/place.h"

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

/* "at least 30", "up to 1,000", "30–47", "12" */
static void append_bounds(struct buffer *out, struct bounds bounds)
{
    if (bounds.max == COUNT_NONE) {
        buffer_append_str(out, STR("at least "));
        append_number(out, bounds.min);
    } else if (bounds.min == COUNT_NONE) {
        buffer_append_str(out, STR("up to "));
        append_number(out, bounds.max);
    } else {
        append_number(out, bounds.min);
        if (bounds.min != bounds.max) {
            buffer_append_str(out, STR("\u2013"));
            append_number(out, bounds.max);
        }
    }
}

/* True when a claim's sentence speaks of `adjective` soldiers, so that the title may. */
static bool speaks_of_troops(const struct claim *claims, size_t count, struct str adjective)
{
    static const char *const nouns[] = {"troop",   "soldier",   "servicem",  "service m",
                                        "fighter", "force",     "personnel", "unit",
                                        "army",    "conscript", "marine",    "paratrooper"};
    for (size_t i = 0; i < count; i++) {
        struct str text = claims[i].report.evidence.text;
        for (size_t at = str_find(text, adjective, 0); at != SIZE_MAX;
             at = str_find(text, adjective, at + 1)) {
            struct str rest = str_slice(text, at + adjective.size, text.size);
            for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++) {
                struct str noun = str_from(nouns[k]);
                if (rest.size > noun.size && rest.data[0] == ' ' &&
                    str_equal_nocase(str_slice(rest, 1, 1 + noun.size), noun)) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* One of the actors that a claim names, "North Korea" of "North Korea; Russia". */
static struct str next_actor(struct str *rest)
{
    size_t end = str_find(*rest, STR(";"), 0);
    struct str actor = str_trim(str_slice(*rest, 0, end == SIZE_MAX ? rest->size : end));
    *rest = end == SIZE_MAX ? (struct str){NULL, 0} : str_slice(*rest, end + 1, rest->size);
    return actor;
}

/* "soldiers" of one person. */
static void append_singular(struct buffer *out, struct str plural)
{
    static const char *const irregular[][2] = {{"people", "person"},
                                               {"children", "child"},
                                               {"women", "woman"},
                                               {"men", "man"},
                                               {"troops", "soldier"}};
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++) {
        struct str ending = str_from(irregular[i][0]);
        if (str_ends(plural, ending)) {
            buffer_append_str(out, str_slice(plural, 0, plural.size - ending.size));
            buffer_append_str(out, str_from(irregular[i][1]));
            return;
        }
    }
    buffer_append_str(out, str_slice(plural, 0, plural.size - str_ends(plural, STR("s"))));
}

/* True for a plural noun ("civilians", "UN peacekeepers", "clergy"); an organisation ("RSF", "Hezbollah") is
 * none. */
static bool is_plural(struct str actor)
{
    size_t word = actor.size;
    while (word > 0 && actor.data[word - 1] != ' ') {
        word--;
    }
    return word < actor.size && actor.data[word] >= 'a' && actor.data[word] <= 'z';
}

/* One of the actors, as it follows a number. */
static void append_actor(struct buffer *out, struct str actor, bool one, bool troops, bool last)
{
    struct str adjective;
    struct str people;
    if (place_people(actor, &adjective, &people)) {
        buffer_append_str(out, troops || one ? adjective : people);
        if (troops && last) {
            buffer_append_str(out, one ? STR(" soldier") : STR(" troops"));
        }
    } else if (!is_plural(actor) && troops) { /* "Norland troops": a name that no table knows */
        buffer_append_str(out, actor);
        if (last) {
            buffer_append_str(out, one ? STR(" soldier") : STR(" troops"));
        }
    } else if (!is_plural(actor)) {
        buffer_append_str(out, one ? STR("member of ") : STR("members of "));
        buffer_append_str(out, actor);
    } else if (one) {
        append_singular(out, actor);
    } else {
        buffer_append_str(out, actor);
    }
}

/* Whose people, as they follow the number `bounds`: "North Korean and Russian troops", "civilians",
 * "soldier". */
static void append_people(struct buffer *out, const struct claim *claims, size_t count,
                          const struct event *event, struct bounds bounds)
{
    bool one = bounds.min == 1 && bounds.max == 1;
    bool troops = event->kind == KIND_DEPLOYMENT;
    struct str adjective;
    struct str people;
    if (event->actor.size == 0) {
        append_actor(out, troops ? STR("troops") : STR("people"), one, troops, true);
        return;
    }
    for (struct str rest = event->actor; rest.size > 0;) {
        struct str actor = next_actor(&rest);
        bool nation = place_people(actor, &adjective, &people);
        troops = troops || (nation && speaks_of_troops(claims, count, adjective)) ||
                 (!nation && !is_plural(actor) && speaks_of_troops(claims, count, actor));
    }
    for (struct str rest = event->actor; rest.size > 0;) {
        struct str actor = next_actor(&rest);
        append_actor(out, actor, one, troops, rest.size == 0);
        buffer_append_str(out, rest.size > 0 ? STR(" and ") : STR(""));
    }
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

/* "12 North Korean troops killed and at least 30 wounded" */
static void append_parts(struct buffer *out, const struct claim *claims, size_t count,
                         const struct event *event)
{
    const struct {
        struct bounds bounds;
        const char *verb;
    } parts[] = {{event->killed, "killed"},
                 {event->wounded, "wounded"},
                 {event->missing, "missing"},
                 {event->captured, "captured"}};
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
        append_bounds(out, parts[i].bounds);
        buffer_append_char(out, ' ');
        if (first) {
            append_people(out, claims, count, event, parts[i].bounds);
            buffer_append_char(out, ' ');
        }
        buffer_append_str(out, str_from(parts[i].verb));
        first = false;
    }
}

/* A figure of all the hurt has the parts in it. */
static bool parts_alone(const struct event *event, enum report_subtype counted)
{
    int parts = known(event->killed) + known(event->wounded) + known(event->missing) + known(event->captured);
    return event->kind == KIND_CASUALTY && counted != SUBTYPE_KILLED_OR_WOUNDED && parts > 1;
}

static struct str status_sign(const struct event *event)
{
    if (event->statuses[STATUS_DENIED] == event->reports) {
        return STR("Denied: ");
    }
    if (event->statuses[STATUS_EXPECTED] == event->reports) {
        return STR("Expected: ");
    }
    if (event->statuses[STATUS_HYPOTHETICAL] == event->reports) {
        return STR("Hypothetical: ");
    }
    return (struct str){NULL, 0};
}

enum status event_title(struct arena *arena, const struct claim *claims, size_t count,
                        enum report_subtype counted, struct event *event)
{
    struct buffer out;
    const char *preposition = "in";
    buffer_init(&out, TITLE_LIMIT);
    buffer_append_str(&out, status_sign(event));
    size_t begin = out.size;
    if (parts_alone(event, counted)) {
        append_parts(&out, claims, count, event);
    } else if (counted == SUBTYPE_UNSPECIFIED) {
        if (known(event->count)) {
            append_bounds(&out, event->count);
            buffer_append_char(&out, ' ');
        }
        buffer_append_str(&out, STR("casualties among "));
        append_people(&out, claims, count, event, (struct bounds){COUNT_NONE, COUNT_NONE});
    } else {
        if (known(event->count)) {
            append_bounds(&out, event->count);
            buffer_append_char(&out, ' ');
        }
        append_people(&out, claims, count, event, event->count);
        buffer_append_char(&out, ' ');
        buffer_append_str(&out, str_from(event->kind == KIND_CASUALTY
                                             ? casualty_verb(counted)
                                             : deployment_verb(event->subtype, &preposition)));
    }
    if (event->scope == SCOPE_CUMULATIVE && event->kind == KIND_CASUALTY) {
        buffer_append_str(&out, STR(" in all"));
    }
    append_places(&out, event, preposition);
    enum status status = buffer_status(&out);
    if (status == OK) {
        struct str title = arena_copy(arena, buffer_str(&out));
        char *first = title.data == NULL ? NULL : arena_alloc(arena, title.size);
        if (first == NULL) {
            status = ERR_NO_MEMORY;
        } else {
            memcpy(first, title.data, title.size);
            if (begin < title.size && first[begin] >= 'a' && first[begin] <= 'z') {
                first[begin] = (char)(first[begin] - 'a' + 'A');
            }
            event->title = (struct str){first, title.size};
        }
    }
    buffer_release(&out);
    return status;
}
