#include "report/wanting.h"

static bool only_country(const struct report *report)
{
    return report->place_count == 1 && is_country(&report->places[0]);
}

struct wanting wanting_of(const struct report *report, const struct origin *origin)
{
    bool happened = report->scope == SCOPE_INCIDENT && report->status != STATUS_EXPECTED &&
                    report->status != STATUS_HYPOTHETICAL;
    bool harmed = happened && report->kind == KIND_CASUALTY;
    /* "as of today little is known of the kidnapped teacher Ann Reed": of a day before, which may be told */
    bool bounded = report->date.first == DAY_NONE && origin->group != NULL && origin->group->named;

    return (struct wanting){
        .date = (harmed || (happened && report->subtype == SUBTYPE_SENT)) &&
                (report->basis.text.data == NULL || bounded) && !origin->vague_time,
        .place = harmed && (report->place_count == 0 || only_country(report)),
    };
}

int32_t told_until(const struct extraction *extraction, const struct report *report)
{
    return interval_known(report->said) ? report->said.last : extraction->input->article->published.day;
}

void take_places(struct report *report, struct place *places, size_t count, struct wanting *wanting)
{
    if (count > 0 && !(count == 1 && is_country(&places[0]) && report->place_count > 0) &&
        places_may_be(report->places, report->place_count, places, count)) {
        report->places = places;
        report->place_count = count;
        wanting->place = false;
    }
}

void take_date(const struct report *other, int32_t day, struct report *report, struct wanting *wanting)
{
    int32_t known = report->date.first == DAY_NONE ? report->date.last : DAY_NONE; /* on that day */

    if (other->date.last != DAY_NONE && other->date.last <= day &&
        (known == DAY_NONE || other->date.first <= known)) {
        report->date = other->date;
        report->basis = other->basis;
        report->basis_timex = other->basis_timex;
        report->alternatives = other->alternatives;
        report->alternative_count = other->alternative_count;
        wanting->date = false;
    }
}

/* So many words the name of a country has at most that heads what is told of it: "Central African Republic".
 */
#define HEAD_WORDS 4

/* True when the sentence opens a paragraph with a country's name and a colon, "Niger: On Monday", or is
 * nothing but it. */
static bool opens_section(const struct text *text, const struct sentence *sentence)
{
    uint32_t end = sentence->first_token;
    struct place_match match;

    if ((text->tokens[end].flags & TOKEN_PARAGRAPH_START) == 0) {
        return false;
    }
    while (end < sentence->end_token && end < sentence->first_token + HEAD_WORDS + 1 &&
           text->tokens[end].type == TOKEN_WORD) {
        end++;
    }
    return end > sentence->first_token && end <= sentence->first_token + HEAD_WORDS &&
           (end == sentence->end_token || token_is_sign(text, end, ":")) &&
           place_find(text_span(text, sentence->first_token, end), &match) &&
           place_candidate(&match, 0).kind == PLACE_COUNTRY;
}

bool in_other_section(const struct extraction *extraction, size_t a, size_t b)
{
    for (size_t i = (a < b ? a : b) + 1; i <= (a < b ? b : a); i++) {
        if (opens_section(extraction->text, &extraction->text->sentences[i])) {
            return true;
        }
    }
    return false;
}
