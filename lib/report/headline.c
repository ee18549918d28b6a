#include "report/headline.h"

#include "report/identity.h"
#include "report/mention.h"
#include "report/wanting.h"

/* So many days old a claim that the text dates may be, and the headline, which names no day, still tell of
 * it. */
#define NEWS_DAYS 7

/* The claims of the headline. */
struct headline {
    struct report *reports;
    size_t count;
    bool read;
};

static bool read_headline(struct extraction *extraction, struct headline *headline)
{
    const struct timex_list *all = extraction->input->timexes;
    struct timex_list own = {.items = all->items}; /* those of the title stand first */
    const struct extract_input input = {.article = extraction->input->article,
                                        .field = FIELD_TITLE,
                                        .text = extraction->input->title,
                                        .timexes = &own};

    while (own.count < all->count && all->items[own.count].field == FIELD_TITLE) {
        own.count++;
    }
    headline->read = true;
    if (report_extract(extraction->arena, &input, &headline->reports, &headline->count) != OK) {
        extraction->out_of_memory = true;
    }
    return headline->count > 0;
}

/* True for "14" and "14", "at least 14" and "14". */
static bool same_number(const struct count *a, const struct count *b)
{
    return a->min != COUNT_NONE && a->min > 1 && a->min == b->min &&
           (a->max == b->max || a->max == COUNT_NONE || b->max == COUNT_NONE);
}

/* True when both may count the same people; a headline often counts only "14". */
static bool may_be_people(struct str a, struct str b)
{
    return a.size == 0 || b.size == 0 || str_equal(a, b) || str_equal(a, STR("people")) ||
           str_equal(b, STR("people"));
}

/* True when the headline tells the claim of the text. */
static bool tells_claim(const struct extraction *extraction, const struct report *told,
                        const struct report *report)
{
    int32_t published = extraction->input->article->published.day;
    bool dated = told->basis.text.data != NULL;

    return told->subtype == report->subtype && told->scope == SCOPE_INCIDENT &&
           told->status != STATUS_DENIED && told->status != STATUS_EXPECTED &&
           told->status != STATUS_HYPOTHETICAL && same_number(&told->count, &report->count) &&
           may_be_people(told->actor, report->actor) &&
           places_may_be(told->places, told->place_count, report->places, report->place_count) &&
           (dated ? may_be_then(told->date, report->date)
                  : report->date.last == DAY_NONE || report->date.last + NEWS_DAYS >= published);
}

/* The one claim of the headline that is the claim of the text; NULL for none and for several. */
static const struct report *claim_told(const struct extraction *extraction, const struct headline *headline,
                                       const struct report *report)
{
    const struct report *found = NULL;

    for (size_t i = 0; i < headline->count; i++) {
        if (tells_claim(extraction, &headline->reports[i], report)) {
            if (found != NULL) {
                return NULL;
            }
            found = &headline->reports[i];
        }
    }
    return found;
}

bool headline_resolve(struct extraction *extraction)
{
    struct headline headline = {0};
    bool given = false;

    for (size_t i = 0; extraction->input->title != NULL && i < extraction->report_count; i++) {
        struct report *report = &extraction->reports[i];
        struct origin *origin = &extraction->origins[i];
        const struct mention *mention = mention_of(extraction, origin->sentence);
        struct wanting wanting = wanting_of(report, origin);
        struct wanting wanted = wanting;
        const struct report *told;

        if ((!wanting.date && !wanting.place) || report->count.min <= 1 || origin->part ||
            (origin->group != NULL && origin->group->others) || (mention != NULL && mention->another)) {
            continue;
        }
        if (!headline.read && !read_headline(extraction, &headline)) {
            return false;
        }
        told = claim_told(extraction, &headline, report);
        if (told == NULL) {
            continue;
        }
        if (wanting.date && told->basis.text.data != NULL) {
            take_date(told, told_until(extraction, report), report, &wanting);
        }
        if (wanting.place) {
            take_places(report, told->places, told->place_count, &wanting);
        }
        bool dated = wanted.date && !wanting.date;
        bool placed = wanted.place && !wanting.place;
        origin->inherited = origin->inherited || dated;
        given = given || dated || placed;
        if (note_reason_of_coref(extraction, i, dated, placed) != OK) {
            extraction->out_of_memory = true;
        }
    }
    return given;
}
