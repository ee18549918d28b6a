/* The people of a title: whose they are, and what they are called. */
#include "merge/title.h"

#include <string.h>

#include "merge/compare.h"
#include "place/place.h"

/* What a group of one country or organisation is called, found by how the noun begins.  Whatever is part of
 * an army is "troops". */
#define TROOPS "troops", "soldier"
struct noun {
    const char *begin;
    const char *plural;
    const char *one;
};
static const struct noun nouns[] = {
    {"troop", TROOPS},
    {"soldier", TROOPS},
    {"servicem", TROOPS},
    {"service m", TROOPS},
    {"force", TROOPS},
    {"personnel", TROOPS},
    {"unit", TROOPS},
    {"army", TROOPS},
    {"conscript", TROOPS},
    {"marine", TROOPS},
    {"paratrooper", TROOPS},
    {"adviser", "advisers", "adviser"},
    {"advisor", "advisers", "adviser"},
    {"contractor", "contractors", "contractor"},
    {"engineer", "engineers", "engineer"},
    {"fighter", "fighters", "fighter"},
    {"gendarme", "gendarmes", "gendarme"},
    {"guard", "guards", "guard"},
    {"instructor", "instructors", "instructor"},
    {"medic", "medics", "medic"},
    {"mercenar", "mercenaries", "mercenary"},
    {"militant", "militants", "militant"},
    {"observer", "observers", "observer"},
    {"peacekeeper", "peacekeepers", "peacekeeper"},
    {"pilot", "pilots", "pilot"},
    {"police", "police", "police officer"},
    {"sailor", "sailors", "sailor"},
    {"trainer", "trainers", "trainer"},
    {"volunteer", "volunteers", "volunteer"},
    {"worker", "workers", "worker"},
};
#define NOUN_COUNT (sizeof nouns / sizeof *nouns)
/* The claims call them by several nouns. */
static const struct noun unlike = {"personnel", "personnel", "member"};

/* May stand between whose they are and what: "Kenyan riot police". */
static const char *const kinds[] = {"armed",   "elite", "military", "paramilitary",
                                    "private", "riot",  "special"};

/* The noun at the beginning of `text`, behind a word or two of its kind; NULL when there is none. */
static const struct noun *noun_at(struct str text)
{
    for (size_t i = 0; i < NOUN_COUNT; i++) {
        struct str begin = str_from(nouns[i].begin);
        if (text.size >= begin.size && str_equal_nocase(str_slice(text, 0, begin.size), begin)) {
            return &nouns[i];
        }
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct str kind = str_from(kinds[i]);
        if (str_starts(text, kind) && text.size > kind.size && text.data[kind.size] == ' ') {
            return noun_at(str_slice(text, kind.size + 1, text.size));
        }
    }
    return NULL;
}

/* The noun that `text` ends with, perhaps before another: "police officers". */
static const struct noun *noun_before(struct str text)
{
    const struct noun *noun = NULL;
    size_t at = text.size;
    for (int words = 0; words < 2 && noun == NULL; words++) {
        while (at > 0 && text.data[at - 1] != ' ') {
            at--;
        }
        noun = noun_at(str_slice(text, at, text.size));
        at -= at > 0;
    }
    return noun;
}

/* What `text` calls people of `whose`: "Norland troops", or "troops from Norland" by their `name`. */
static const struct noun *noun_in(struct str text, struct str whose, struct str name)
{
    for (size_t at = str_find(text, whose, 0); at != SIZE_MAX; at = str_find(text, whose, at + 1)) {
        size_t end = at + whose.size;
        const struct noun *noun =
            end < text.size && text.data[end] == ' ' ? noun_at(str_slice(text, end + 1, text.size)) : NULL;
        if (noun != NULL) {
            return noun;
        }
    }
    for (size_t at = str_find(text, name, 0); at != SIZE_MAX; at = str_find(text, name, at + 1)) {
        struct str before = str_slice(text, 0, at);
        struct str from = STR(" from ");
        const struct noun *noun =
            str_ends(before, from) ? noun_before(str_slice(text, 0, at - from.size)) : NULL;
        if (noun != NULL) {
            return noun;
        }
    }
    return NULL;
}

/* Adds what the claims call them to *noun: the one noun that all who tell it have, else `unlike`.  Who speaks
 * in a claim ("Kenyan police said") is not looked at. */
static void find_noun(const struct claim *claims, size_t count, struct str whose, struct str name,
                      const struct noun **noun)
{
    for (size_t i = 0; i < count && *noun != &unlike; i++) {
        const struct report *report = &claims[i].report;
        const struct report *before = i > 0 ? &claims[i - 1].report : NULL;
        if (before != NULL && str_equal(before->evidence.text, report->evidence.text) &&
            str_equal(before->source.text, report->source.text)) {
            continue; /* of thousands of copies one is read */
        }
        const struct noun *told = noun_in(report->evidence.text, whose, name);
        if (told == NULL || noun_in(report->source.text, whose, name) == told) {
            continue;
        }
        if (*noun == NULL) {
            *noun = told;
        } else if (strcmp((*noun)->plural, told->plural) != 0) {
            *noun = &unlike;
        }
    }
}

/* What the words behind the number call them: "eleven servicemen", "60 of its soldiers". */
static const struct noun *counted_noun(const struct report *report)
{
    static const char *const owns[] = {"of its own ", "of its ", "of their own ", "of their "};
    size_t begin;
    size_t end;
    if (!count_in_sentence(report, &begin, &end)) {
        return NULL;
    }
    struct str behind = str_trim(str_slice(report->evidence.text, end, report->evidence.text.size));
    for (size_t i = 0; i < sizeof owns / sizeof *owns; i++) {
        struct str own = str_from(owns[i]);
        if (str_starts(behind, own)) {
            return noun_at(str_slice(behind, own.size, behind.size));
        }
    }
    return noun_at(behind);
}

/* The same of people whose name no table knows, and who are told by it nowhere. */
static void find_counted_noun(const struct claim *claims, size_t count, struct str actor,
                              const struct noun **noun)
{
    for (size_t i = 0; i < count && *noun != &unlike; i++) {
        const struct report *report = &claims[i].report;
        const struct noun *told = are_one_people(report->actor, actor) ? counted_noun(report) : NULL;
        if (told != NULL && *noun != NULL && strcmp((*noun)->plural, told->plural) != 0) {
            *noun = &unlike;
        } else if (told != NULL) {
            *noun = told;
        }
    }
}

/* The name of a people that no table knows as it stands before a noun: "Velian" where a claim has it, else
 * "Velia"; of "Velian" and the "VELIAN" of a headline the first, whichever claim comes first. */
static struct str name_before_noun(const struct claim *claims, size_t count, struct str actor)
{
    struct str name = actor;
    for (size_t i = 0; i < count; i++) {
        struct str other = claims[i].report.actor;
        bool better = other.size > name.size ||
                      (other.size == name.size && other.size > actor.size && str_compare(other, name) > 0);
        if (better && are_one_people(actor, other)) {
            name = other;
        }
    }
    return name;
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
    static const char *const irregular[][2] = {{"people", "person"},  {"children", "child"},
                                               {"women", "woman"},    {"men", "man"},
                                               {"troops", "soldier"}, {"police", "police officer"}};
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
    return word < actor.size && ascii_is_lower(actor.data[word]);
}

/* One of the actors, as it follows a number; `noun` may be NULL. */
static void append_actor(struct buffer *out, struct str actor, bool one, const struct noun *noun, bool last)
{
    struct str adjective;
    struct str people;
    bool nation = place_people(actor, &adjective, &people);
    if (nation && noun == NULL) {
        buffer_append_str(out, one ? adjective : people);
    } else if (nation || (noun != NULL && !is_plural(actor))) { /* or a name that no table knows */
        buffer_append_str(out, nation ? adjective : actor);
        if (last) {
            buffer_append_char(out, ' ');
            buffer_append_str(out, str_from(one ? noun->one : noun->plural));
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

static bool is_of(const struct report *report, struct str actor)
{
    return are_one_people(report->actor, actor) ||
           (is_named(actor) && report->actor.size > 0 && is_military(report->actor));
}

bool title_counts_actor(const struct claim *claims, size_t count, struct str actor,
                        enum report_subtype subtype, struct bounds bounds)
{
    bool low = bounds.min == COUNT_NONE;
    bool high = bounds.max == COUNT_NONE;
    for (size_t i = 0; i < count && !(low && high); i++) {
        const struct report *report = &claims[i].report;
        if (report->subtype == subtype && is_of(report, actor)) {
            low = low || report->count.min == bounds.min;
            high = high || report->count.max == bounds.max;
        }
    }
    return low && high;
}

void title_append_people(struct buffer *out, const struct claim *claims, size_t count,
                         const struct event *event, struct bounds bounds)
{
    bool one = bounds.min == 1 && bounds.max == 1;
    bool deployment = event->kind == KIND_DEPLOYMENT;
    const struct noun *noun = NULL;
    struct str adjective;
    struct str people;
    if (event->actor.size == 0) {
        append_actor(out, deployment ? STR("troops") : STR("people"), one, NULL, true);
        return;
    }
    for (struct str rest = event->actor; rest.size > 0;) {
        struct str actor = next_actor(&rest);
        bool nation = place_people(actor, &adjective, &people);
        if (nation || !is_plural(actor)) {
            find_noun(claims, count, nation ? adjective : name_before_noun(claims, count, actor), actor,
                      &noun);
        }
        if (!nation && !is_plural(actor) && noun == NULL && !deployment) {
            find_counted_noun(claims, count, actor, &noun);
        }
    }
    if (deployment && noun == NULL) {
        noun = &nouns[0];
    } else if (!deployment && noun == &unlike) {
        noun = NULL; /* "Kenyans" */
    }
    for (struct str rest = event->actor; rest.size > 0;) {
        struct str actor = next_actor(&rest);
        append_actor(out, noun != NULL ? name_before_noun(claims, count, actor) : actor, one, noun,
                     rest.size == 0);
        buffer_append_str(out, rest.size > 0 ? STR(" and ") : STR(""));
    }
}
