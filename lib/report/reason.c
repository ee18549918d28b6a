/* Why a report is as it is, noted while it is made. */
#include "report/draft.h"

#include <string.h>

const char *date_tie_name(enum date_tie tie)
{
    static const char *const names[TIE_COUNT] = {
        "none",   "clause",          "sentence",    "same_happening", "same_person", "sentence_before",
        "attack", "sentence_behind", "coreference", "section",        "told"};

    return names[tie];
}

const char *source_ground_name(enum source_ground ground)
{
    static const char *const names[SOURCE_GROUND_COUNT] = {"none", "attribution", "speaker_before",
                                                           "publisher"};

    return names[ground];
}

const char *status_ground_name(enum status_ground ground)
{
    static const char *const names[GROUND_COUNT] = {"assertion", "attribution", "condition", "question",
                                                    "modal",     "future",      "fear",      "hedge",
                                                    "quotation", "doubt"};

    return names[ground];
}

void note_match(void *context, const struct match_event *event)
{
    struct extraction *extraction = context;

    if (event->outcome != MATCH_FIRED || event->rule->blocks) {
        return;
    }
    if (extraction->fired_count == extraction->fired_capacity) {
        size_t capacity = 2 * extraction->fired_capacity + 64;
        struct fired *grown = arena_grow(extraction->arena, extraction->fired, extraction->fired_count,
                                         capacity, sizeof *grown);

        if (grown == NULL) {
            extraction->out_of_memory = true;
            return;
        }
        extraction->fired = grown;
        extraction->fired_capacity = capacity;
    }
    extraction->fired[extraction->fired_count++] =
        (struct fired){event->rule, event->pass, {event->first_token, event->end_token}};
}

static bool meet(struct span a, struct span b)
{
    return !span_empty(a) && !span_empty(b) && a.first < b.end && b.first < a.end;
}

/* The pass in which the rule of the draft fired; SIZE_MAX when no rule made it. */
static size_t pass_of_claim(const struct extraction *extraction, const struct draft *draft)
{
    size_t i;

    for (i = 0; i < extraction->fired_count; i++) {
        if (extraction->fired[i].rule->name == draft->rule &&
            meet(extraction->fired[i].words, draft->trigger.words)) {
            return extraction->fired[i].pass;
        }
    }
    return SIZE_MAX;
}

/* Whether the match made something that the draft rests on, and is not another claim. */
static bool contributes(const struct fired *fired, const struct draft *draft,
                        const struct attribution *attribution, size_t claims)
{
    if (fired->pass == claims && fired->rule->name != draft->rule) {
        return false;
    }
    return meet(fired->words, draft->trigger.words) || meet(fired->words, draft->quantity.words) ||
           (draft->group != NULL && meet(fired->words, draft->group->words)) ||
           (attribution != NULL && meet(fired->words, attribution->words));
}

static enum status note_rules(struct extraction *extraction, const struct draft *draft,
                              const struct attribution *attribution, struct report_reason *reason)
{
    const struct lang_rules *rules = extraction->text->lang->report;
    size_t claims = pass_of_claim(extraction, draft);
    size_t i;

    reason->rules = arena_array(extraction->arena, extraction->fired_count, sizeof *reason->rules);
    if (reason->rules == NULL) {
        return ERR_NO_MEMORY;
    }
    for (i = 0; i < extraction->fired_count; i++) {
        const struct fired *fired = &extraction->fired[i];

        if (contributes(fired, draft, attribution, claims)) {
            reason->rules[reason->rule_count++] = (struct reason_rule){
                fired->rule->name, rules->passes[fired->pass].name, quote_span(extraction, fired->words)};
        }
    }
    return OK;
}

/* Where `name` stands as such in the span; empty when it does not. */
static struct span find_name(const struct text *text, struct span in, struct str name)
{
    uint32_t first, end;

    for (first = in.first; first < in.end; first++) {
        for (end = first + 1; end <= in.end; end++) {
            if (str_equal(text_span(text, first, end), name)) {
                return (struct span){first, end};
            }
        }
    }
    return (struct span){0, 0};
}

/* The words of the sentence that name the side, the nearest before the claim first, else those of the people
 * that do; absent for none. */
static struct quote words_of_actor(const struct extraction *extraction, const struct draft *draft,
                                   const struct group *people, struct str actor)
{
    struct span best = {0, 0};
    size_t i;

    for (i = 0; i < extraction->mark_count && actor.data != NULL; i++) {
        const struct mark *mark = &extraction->marks[i];
        bool before = mark->words.first < draft->trigger.words.first;

        if (mark->actor != NULL && str_equal(str_from(mark->actor), actor) && (before || span_empty(best))) {
            best = mark->words;
        }
    }
    if (span_empty(best) && people != NULL && actor.data != NULL) {
        best = find_name(extraction->text, people->words, actor);
    }
    return quote_span(extraction, best);
}

/* The verb with its auxiliaries: "may have been killed". */
static struct span verb_group(const struct extraction *extraction, const struct draft *draft)
{
    struct span widest = draft->trigger.words;
    size_t i;

    for (i = 0; i < extraction->fired_count; i++) {
        const struct fired *fired = &extraction->fired[i];

        if (fired->rule->name != draft->rule && meet(fired->words, draft->trigger.words) &&
            fired->words.end - fired->words.first > widest.end - widest.first) {
            widest = fired->words;
        }
    }
    return widest;
}

/* Who says it and the saying, without the signs around them; absent for NULL. */
static struct quote words_of_saying(const struct extraction *extraction,
                                    const struct attribution *attribution)
{
    struct span words = attribution == NULL ? (struct span){0, 0} : attribution->words;

    while (!span_empty(words) && extraction->text->tokens[words.end - 1].type == TOKEN_PUNCT) {
        words.end--;
    }
    while (!span_empty(words) && extraction->text->tokens[words.first].type == TOKEN_PUNCT) {
        words.first++;
    }
    return quote_span(extraction, words);
}

static struct quote words_of_status(const struct extraction *extraction, const struct draft *draft,
                                    const struct report_reason *reason, const struct report *report)
{
    switch (reason->status) {
    case GROUND_ATTRIBUTION:
        return reason->attribution;
    case GROUND_QUESTION:
        return report->evidence;
    case GROUND_QUOTATION:
        return quote_span(extraction, extraction->speaker);
    default:
        return quote_span(extraction, verb_group(extraction, draft));
    }
}

/* The reason of the report added last, all zero; NULL when there is no memory. */
static struct report_reason *add_reason(struct extraction *extraction)
{
    size_t index = extraction->report_count - 1;

    if (index >= extraction->reason_capacity) {
        size_t capacity = 2 * index + 16;
        struct report_reason *grown = arena_grow(extraction->arena, extraction->reasons,
                                                 extraction->reason_capacity, capacity, sizeof *grown);

        if (grown == NULL) {
            return NULL;
        }
        extraction->reasons = grown;
        extraction->reason_capacity = capacity;
    }
    return &extraction->reasons[index];
}

enum status give_reason(struct extraction *extraction, const struct draft *draft,
                        const struct attribution *attribution, const struct report *report)
{
    struct report_reason *reason = add_reason(extraction);
    const struct group *people = people_of(extraction, draft);
    size_t i;

    if (reason == NULL || note_rules(extraction, draft, attribution, reason) != OK) {
        return ERR_NO_MEMORY;
    }
    reason->trigger = quote_span(extraction, draft->trigger.words);
    reason->people = people == NULL ? (struct quote){0} : quote_span(extraction, people->words);
    reason->actor = words_of_actor(extraction, draft, people, report->actor);
    reason->counterpart = words_of_actor(extraction, draft, NULL, report->counterpart);
    reason->places = arena_array(extraction->arena, report->place_count, sizeof *reason->places);
    if (reason->places == NULL) {
        return ERR_NO_MEMORY;
    }
    for (i = 0; i < report->place_count; i++) {
        reason->places[i] = quote_span(extraction, words_of_place(extraction, &report->places[i]));
    }
    reason->tie = extraction->tie;
    reason->attribution = words_of_saying(extraction, attribution);
    reason->source = attribution != NULL                ? SOURCE_ATTRIBUTION
                     : report->source.text.data != NULL ? SOURCE_SPEAKER_BEFORE
                     : report->source_name.data != NULL ? SOURCE_PUBLISHER
                                                        : SOURCE_NONE;
    reason->status = extraction->ground;
    reason->cue = words_of_status(extraction, draft, reason, report);
    return OK;
}

enum status give_reason_of_denial(struct extraction *extraction, size_t denied,
                                  const struct attribution *denial)
{
    struct report_reason *reason = add_reason(extraction);

    if (reason == NULL) {
        return ERR_NO_MEMORY;
    }
    *reason = extraction->reasons[denied];
    reason->attribution = words_of_saying(extraction, denial);
    reason->source = SOURCE_ATTRIBUTION;
    reason->status = GROUND_ATTRIBUTION;
    reason->cue = reason->attribution;
    return OK;
}

enum status note_reason_of_coref(struct extraction *extraction, size_t report, bool dated, bool placed)
{
    struct report_reason *reason;

    if (extraction->input->reasons == NULL) {
        return OK;
    }
    reason = &extraction->reasons[report];
    reason->tie = dated ? TIE_COREFERENCE : reason->tie;
    if (placed) { /* named in another sentence */
        reason->places =
            arena_array(extraction->arena, extraction->reports[report].place_count, sizeof *reason->places);
    }
    return reason->places == NULL ? ERR_NO_MEMORY : OK;
}

void note_reason_of_doubt(struct extraction *extraction, size_t report)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    struct span words = {sentence->first_token, sentence->end_token};
    size_t i;

    if (extraction->input->reasons == NULL) {
        return;
    }
    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item_is(item, CLASS_DOUBT)) {
            words = (struct span){item->first_token, item->end_token};
            break;
        }
    }
    extraction->reasons[report].status = GROUND_DOUBT;
    extraction->reasons[report].cue = quote_span(extraction, words);
}
