#include "report/extract.h"

#include "base/utf8.h"
#include "report/speaker.h"

#include <string.h>

#define CONTEXT_CODE_POINTS 32

/* Code points before byte `byte`, counted from the beginning of the sentence that holds token `token`. */
static uint32_t code_points_at(const struct extraction *extraction, uint32_t token, size_t byte)
{
    size_t sentence = text_sentence_of(extraction->text, token);
    size_t begin = extraction->text->tokens[extraction->text->sentences[sentence].first_token].begin;

    return extraction->code_points[sentence] +
           (uint32_t)utf8_length(str_slice(extraction->text->source, begin, byte));
}

struct quote quote_span(const struct extraction *extraction, struct span span)
{
    struct quote quote = {.field = extraction->input->field};

    if (!span_empty(span)) {
        const struct token *first = &extraction->text->tokens[span.first];

        quote.text = text_span(extraction->text, span.first, span.end);
        quote.begin = code_points_at(extraction, span.first, first->begin);
        quote.end = quote.begin + (uint32_t)utf8_length(quote.text);
    }
    return quote;
}

/* Which part of the sentence, between semicolons, holds `token`. */
static uint32_t part_of_sentence(const struct extraction *extraction, uint32_t token)
{
    uint32_t at = extraction->text->sentences[extraction->sentence].first_token;
    uint32_t part = 0;

    for (; at < token; at++) {
        part += str_equal(text_span(extraction->text, at, at + 1), STR(";")) ? 1 : 0;
    }
    return part;
}

bool parted_from(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    uint32_t part = part_of_sentence(extraction, token);
    size_t i;

    if (part == part_of_sentence(extraction, draft->trigger.words.first)) {
        return false;
    }
    for (i = 0; i < extraction->draft_count; i++) {
        if (!extraction->drafts[i].dropped &&
            part_of_sentence(extraction, extraction->drafts[i].trigger.words.first) == part) {
            return true;
        }
    }
    return false;
}

static enum status count_code_points(struct extraction *extraction)
{
    const struct text *text = extraction->text;
    struct utf8_cursor cursor = {.text = text->source};
    size_t i;

    extraction->code_points = arena_array(extraction->arena, text->sentence_count + 1, sizeof(uint32_t));
    if (extraction->code_points == NULL) {
        return ERR_NO_MEMORY;
    }
    for (i = 0; i < text->sentence_count; i++) {
        extraction->code_points[i] =
            (uint32_t)utf8_code_points(&cursor, text->tokens[text->sentences[i].first_token].begin);
    }
    return OK;
}

struct report *add_report(struct extraction *extraction)
{
    if (extraction->report_count == extraction->report_capacity) {
        size_t capacity = extraction->report_capacity == 0 ? 16 : extraction->report_capacity * 2;
        struct report *grown = arena_grow(extraction->arena, extraction->reports, extraction->report_count,
                                          capacity, sizeof *grown);

        if (grown == NULL) {
            return NULL;
        }
        extraction->reports = grown;
        extraction->report_capacity = capacity;
    }
    return &extraction->reports[extraction->report_count++];
}

/* The count that the contract knows: the bounds and the words. */
static struct count count_from(const struct extraction *extraction, const struct quantity *quantity)
{
    struct count count = {.min = COUNT_NONE, .max = COUNT_NONE};

    if (span_empty(quantity->words)) {
        return count;
    }
    count.min = quantity->min;
    count.max = quantity->max;
    count.text = quote_span(extraction, quantity->words);
    if (!span_empty(quantity->qualifier)) {
        count.qualifier = text_span(extraction->text, quantity->qualifier.first, quantity->qualifier.end);
    }
    return count;
}

static bool same_words(struct span a, struct span b)
{
    return a.first == b.first && a.end == b.end;
}

static bool has_figure(const struct draft *draft)
{
    return !span_empty(draft->quantity.words) &&
           (draft->quantity.min != COUNT_NONE || draft->quantity.max != COUNT_NONE);
}

static bool covers(enum report_subtype wide, enum report_subtype narrow)
{
    return wide == narrow || wide == SUBTYPE_UNSPECIFIED || narrow == SUBTYPE_UNSPECIFIED ||
           (wide == SUBTYPE_KILLED_OR_WOUNDED && (narrow == SUBTYPE_KILLED || narrow == SUBTYPE_WOUNDED)) ||
           (narrow == SUBTYPE_KILLED_OR_WOUNDED && (wide == SUBTYPE_KILLED || wide == SUBTYPE_WOUNDED));
}

/* True when `b` says nothing beside `a`: the same figure twice, or harm named again without one. */
static bool repeats(const struct draft *a, const struct draft *b)
{
    if (a->trigger.kind != b->trigger.kind) {
        return false;
    }
    if (same_words(a->trigger.words, b->trigger.words) && a->trigger.subtype == b->trigger.subtype &&
        same_words(a->quantity.words, b->quantity.words)) {
        return true;
    }
    if (has_figure(a) && has_figure(b)) {
        return same_words(a->quantity.words, b->quantity.words) &&
               covers(a->trigger.subtype, b->trigger.subtype);
    }
    if (has_figure(b)) {
        return false;
    }
    if (a->trigger.kind == KIND_DEPLOYMENT) {
        return a->trigger.subtype == b->trigger.subtype || a->group == b->group ||
               (b->group != NULL && b->group->pronoun);
    }
    return covers(a->trigger.subtype, b->trigger.subtype);
}

/* A group that is harmed in this sentence is not also told to be deployed by the words that only say which it
 * is. */
static bool presupposed(const struct extraction *extraction, const struct draft *draft)
{
    size_t i;

    if (draft->trigger.kind != KIND_DEPLOYMENT || draft->group == NULL || !draft->trigger.bare ||
        draft->group->words.first > draft->trigger.words.first) {
        return false;
    }
    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other->trigger.kind == KIND_CASUALTY && other->group == draft->group) {
            return true;
        }
    }
    return false;
}

bool sentence_has(const struct extraction *extraction, unsigned class_id)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        if (item_is(&extraction->matcher.items[i], class_id)) {
            return true;
        }
    }
    return false;
}

/* True when the sentence speaks of soldiers or of an attack, or goes on about soldiers. */
static bool speaks_of_war(const struct extraction *extraction)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        const struct group *people = item_group(item);

        if (item_is(item, CLASS_FORCE) || item_is(item, CLASS_HAPPENING) || item_is(item, CLASS_FIGHTER) ||
            (people != NULL && people->fighters)) {
            return true;
        }
    }
    return extraction->people != NULL && extraction->people->fighters &&
           extraction->people_sentence + 2 >= extraction->sentence;
}

static bool tells_toll(const struct extraction *extraction)
{
    size_t i;

    for (i = 0; i < extraction->draft_count; i++) {
        if (token_is(extraction->text, extraction->drafts[i].trigger.words.end - 1, CLASS_TOLLWORD)) {
            return true;
        }
    }
    return false;
}

/* A crew that lands or moves is where its craft is: nobody deployed it. */
static bool is_crew(const struct draft *draft)
{
    return draft->group != NULL && draft->group->people != NULL && strcmp(draft->group->people, "crew") == 0;
}

/* True when fighters beside those who were harmed are named: "gunmen killed two nurses of a cancer ward". */
static bool by_fighters(const struct extraction *extraction, const struct draft *draft)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        const struct group *people = item_group(item);

        if (people != NULL && people != draft->group && people->fighters &&
            item->first_token < draft->trigger.words.first &&
            !in_attribution(extraction, item->first_token)) {
            return true;
        }
    }
    return false;
}

/* Drops what is no claim and what repeats another one. */
static void settle(struct extraction *extraction)
{
    bool exercise = sentence_has(extraction, CLASS_EXERCISE);
    bool illness = sentence_has(extraction, CLASS_ILLNESS) && !sentence_has(extraction, CLASS_HAPPENING);
    bool scene = sentence_has(extraction, CLASS_SCENE);
    bool toll = tells_toll(extraction); /* of which bodies found are a part */
    bool war = speaks_of_war(extraction);
    size_t i, k;

    for (i = 0; i < extraction->draft_count; i++) {
        struct draft *draft = &extraction->drafts[i];

        settle_mood(extraction, draft);

        const struct trigger *trigger = &draft->trigger;
        bool casualty = trigger->kind == KIND_CASUALTY;
        bool idle = (trigger->infinitive && !trigger->expected && (casualty || !trigger->planned)) ||
                    (trigger->planned && casualty);

        /* "lost", "losses"; not "lost their lives" */
        bool peace = trigger->words.end - trigger->words.first == 1 &&
                     token_is(extraction->text, trigger->words.first, CLASS_WAR_ONLY) && !war;

        if (draft->group != NULL && in_attribution(extraction, draft->group->words.first)) {
            /* who speaks is not whom it befell */
            draft->group = NULL;
        }
        draft->dropped =
            trigger->negated || idle || peace || scene ||
            (draft->quantity.max == 0 && !span_empty(draft->quantity.words)) || /* "0 casualties" */
            (toll && token_is(extraction->text, trigger->words.first, CLASS_CORPSE)) ||
            (!casualty && (exercise || is_crew(draft) || !about_fighters(extraction, draft))) ||
            (casualty && illness && !about_fighters(extraction, draft) && !by_fighters(extraction, draft)) ||
            (draft->group != NULL && draft->group->part) || presupposed(extraction, draft);
    }
    for (i = 0; i < extraction->draft_count; i++) {
        for (k = 0; k < extraction->draft_count; k++) {
            struct draft *draft = &extraction->drafts[i];

            /* "100 of the soldiers sent there were killed": the number is that of the killed */
            if (draft->group != NULL && draft->trigger.kind == KIND_DEPLOYMENT &&
                !extraction->drafts[k].dropped && extraction->drafts[k].trigger.kind == KIND_CASUALTY &&
                extraction->drafts[k].group == draft->group) {
                draft->quantity = (struct quantity){0};
            }
        }
    }
    for (i = 0; i < extraction->draft_count; i++) {
        for (k = 0; k < extraction->draft_count; k++) {
            struct draft *a = &extraction->drafts[i];
            struct draft *b = &extraction->drafts[k];

            if (i != k && !a->dropped && !b->dropped && repeats(a, b) && (i < k || !repeats(b, a))) {
                b->dropped = true;
                if (has_figure(a) && has_figure(b) && a->trigger.subtype == SUBTYPE_UNSPECIFIED) {
                    a->trigger.subtype = b->trigger.subtype; /* "losses at nine dead" */
                }
            }
        }
    }
}

static void set_source(struct extraction *extraction, const struct attribution *attribution,
                       struct report *report)
{
    struct span speaker = {0, 0};
    struct span owner = {0, 0};
    const char *agency = NULL;

    if (attribution != NULL) {
        speaker = attribution->speaker;
        owner = attribution->owner;
        agency = attribution->agency;
    } else if (quoted(extraction)) {
        speaker = extraction->speaker;
        owner = extraction->owner;
        agency = extraction->agency;
    }
    if (!span_empty(speaker)) {
        /* a well-known body has one name everywhere */
        report->source_name = agency != NULL ? str_from(agency) : name_of_speaker(extraction, owner, speaker);
        report->source = quote_span(extraction, speaker);
    } else if (attribution == NULL) {
        report->source_name = extraction->input->article->publisher;
    }
}

static enum report_subtype deployment_subtype(const struct trigger *trigger)
{
    /* planned is for orders to send; a planned withdrawal keeps its direction and is expected */
    if (trigger->kind == KIND_DEPLOYMENT && trigger->subtype != SUBTYPE_WITHDRAWN &&
        (trigger->planned || trigger->future || trigger->expected) && !trigger->condition) {
        return SUBTYPE_PLANNED;
    }
    return trigger->subtype;
}

void set_evidence(const struct extraction *extraction, struct report *report)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    struct str source = extraction->text->source;
    size_t begin, end, from, to, steps;

    report->evidence = quote_span(extraction, (struct span){sentence->first_token, sentence->end_token});
    begin = (size_t)(report->evidence.text.data - source.data);
    end = begin + report->evidence.text.size;
    from = begin;
    for (steps = 0; from > 0 && steps < CONTEXT_CODE_POINTS; steps++) {
        do {
            from--;
        } while (from > 0 && ((unsigned char)source.data[from] & 0xC0) == 0x80);
    }
    to = end;
    for (steps = 0; to < source.size && steps < CONTEXT_CODE_POINTS; steps++) {
        do {
            to++;
        } while (to < source.size && ((unsigned char)source.data[to] & 0xC0) == 0x80);
    }
    report->prefix = str_slice(source, from, begin);
    report->suffix = str_slice(source, end, to);
}

static enum status finish(struct extraction *extraction, const struct draft *draft)
{
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    struct report report = {.kind = draft->trigger.kind, .scope = SCOPE_INCIDENT, .basis_timex = -1};
    struct report *added;

    report.subtype = deployment_subtype(&draft->trigger);
    report.status = status_of_claim(extraction, draft, attribution);
    report.count = count_from(extraction, &draft->quantity);
    report.actor = actor_of(extraction, draft);
    report.counterpart = counterpart_of(extraction, draft);
    if (str_equal(report.counterpart, report.actor)) {
        report.counterpart = (struct str){NULL, 0};
    }
    report.rule = str_from(draft->rule);
    set_source(extraction, attribution, &report);
    set_evidence(extraction, &report);
    if (place_report(extraction, draft, attribution, &report) != OK) {
        return ERR_NO_MEMORY;
    }
    date_report(extraction, draft, attribution, &report);
    added = add_report(extraction);
    if (added == NULL) {
        return ERR_NO_MEMORY;
    }
    *added = report;
    return extraction->input->reasons == NULL ? OK : give_reason(extraction, draft, attribution, &report);
}

/* The draft's group, with the side that it turned out to be of. */
static const struct group *named_group(struct extraction *extraction, const struct draft *draft)
{
    struct str actor = actor_of(extraction, draft);
    struct group *named;

    if (draft->group->actor_count > 0 || !draft->group->fighters || actor.data == NULL ||
        (draft->group->people != NULL && str_equal(actor, str_from(draft->group->people)))) {
        return draft->group;
    }
    actor = arena_copy(extraction->arena, actor); /* it may be words of the text, with no end of their own */
    named = arena_alloc(extraction->arena, sizeof *named);
    if (named == NULL || actor.data == NULL) {
        extraction->out_of_memory = true;
        return draft->group;
    }
    *named = *draft->group;
    named->actors[0] = actor.data;
    named->actor_count = 1;
    return named;
}

/* What the next sentence may refer to: who spoke, which people, whether a quotation goes on. */
static void remember(struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    size_t i;
    uint32_t token;

    for (i = 0; i < extraction->attribution_count; i++) {
        if (!span_empty(extraction->attributions[i].speaker)) {
            /* before the speaker is replaced: those words hold only while the same one goes on */
            extraction->said = said_when(extraction, &extraction->attributions[i]);
            extraction->speaker = extraction->attributions[i].speaker;
            extraction->owner = extraction->attributions[i].owner;
            extraction->agency = extraction->attributions[i].agency;
            break;
        }
    }
    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        const struct group *group = item_group(item);

        if (group != NULL) {
            bool known = extraction->people != NULL && extraction->people_sentence == extraction->sentence;

            if (!group->pronoun && group->actor_count > 0 && group->fighters && !known) {
                extraction->people = group;
                extraction->people_sentence = extraction->sentence;
            }
        }
    }
    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *draft = &extraction->drafts[i];

        if (!draft->dropped && draft->group == NULL && extraction->people != NULL &&
            people_of(extraction, draft) == extraction->people) {
            /* still those */
            extraction->people_sentence = extraction->sentence;
        }
        if (!draft->dropped && draft->group != NULL && !draft->group->pronoun) {
            extraction->people = named_group(extraction, draft);
            extraction->people_sentence = extraction->sentence;
            break;
        }
    }
    for (token = sentence->first_token; token < sentence->end_token; token++) {
        struct str sign = text_span(extraction->text, token, token + 1);

        if (str_equal(sign, STR("\u201c"))) {
            extraction->quote_open = true;
        } else if (str_equal(sign, STR("\u201d"))) {
            extraction->quote_open = false;
        } else if (str_equal(sign, STR("\""))) {
            extraction->quote_open = !extraction->quote_open;
        }
    }
}

/* How many items behind the first one the colon of "Editor's note:" may stand. */
#define LABEL_ITEMS 8

/* True for the first sentence of a paragraph about the article itself: "Correction: An earlier version". */
static bool opens_correction(const struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    const struct item *items = extraction->matcher.items;
    size_t count = extraction->matcher.item_count;
    size_t i = 0;
    size_t end;

    if (extraction->sentence > 0 && sentence[-1].paragraph == sentence->paragraph) {
        return false;
    }
    while (i < count && item_is(&items[i], CLASS_PUNCT)) {
        i++;
    }
    if (i == count || !item_is(&items[i], CLASS_CORRECTION)) {
        return false;
    }
    if (item_value(&items[i], CLASS_CORRECTION).kind != VALUE_TEXT) {
        return true;
    }
    end = i + LABEL_ITEMS < count ? i + LABEL_ITEMS : count;
    for (; i < end; i++) {
        if (str_equal(text_span(extraction->text, items[i].first_token, items[i].end_token), STR(":"))) {
            return true;
        }
    }
    return false;
}

static enum status read_sentence(struct extraction *extraction)
{
    const struct lang_rules *rules = extraction->text->lang->report;
    enum status status = OK;
    size_t pass, i;

    match_sentence(&extraction->matcher, extraction->sentence);
    if (opens_correction(extraction)) {
        extraction->correction = extraction->text->sentences[extraction->sentence].paragraph;
        extraction->corrects = true;
    }
    if (extraction->corrects &&
        extraction->text->sentences[extraction->sentence].paragraph == extraction->correction) {
        return OK;
    }
    extraction->draft_count = 0;
    extraction->fired_count = 0;
    mark_sentence(extraction);
    attribute_sentence(extraction);
    for (pass = 0; pass < rules->pass_count && status == OK; pass++) {
        if (pass >= extraction->input->first_left_out && pass < extraction->input->end_left_out) {
            continue;
        }
        status = match_run(&extraction->matcher, rules, pass, report_act, extraction);
    }
    if (status != OK || extraction->out_of_memory) {
        return ERR_NO_MEMORY;
    }
    settle(extraction);
    extraction->sentence_reports = extraction->report_count;
    for (i = 0; i < extraction->draft_count; i++) {
        if (!extraction->drafts[i].dropped && finish(extraction, &extraction->drafts[i]) != OK) {
            return ERR_NO_MEMORY;
        }
    }
    if (deny_before(extraction) != OK) {
        return ERR_NO_MEMORY;
    }
    note_doubt(extraction);
    remember(extraction);
    note_happening(extraction);
    remember_places(extraction);
    if (extraction->report_count > extraction->sentence_reports) {
        extraction->before = extraction->sentence_reports;
        extraction->before_sentence = extraction->sentence;
    }
    return extraction->out_of_memory ? ERR_NO_MEMORY : OK;
}

enum status report_extract(struct arena *arena, const struct extract_input *input, struct report **reports,
                           size_t *count)
{
    struct extraction *extraction = arena_alloc(arena, sizeof *extraction);
    enum status status;

    *reports = NULL;
    *count = 0;
    if (extraction == NULL) {
        return ERR_NO_MEMORY;
    }
    extraction->arena = arena;
    extraction->input = input;
    extraction->text = input->text;
    extraction->happening_timex = -1;
    extraction->attack_timex = -1;
    extraction->said = INTERVAL_UNKNOWN;
    status = matcher_init(&extraction->matcher, arena, input->text);
    if (status == OK) {
        matcher_limit(&extraction->matcher, input->text->lang->report);
        extraction->matcher.observer = input->reasons == NULL ? input->observer : note_match;
        extraction->matcher.observer_context = input->reasons == NULL ? input->observer_context : extraction;
        status = count_code_points(extraction);
    }
    for (; status == OK && extraction->sentence < input->text->sentence_count; extraction->sentence++) {
        const struct sentence *sentence = &input->text->sentences[extraction->sentence];

        if (sentence->kind == SEGMENT_BODY) {
            status = read_sentence(extraction);
        } else {
            extraction->quote_open = false;
        }
    }
    *reports = extraction->reports;
    *count = extraction->report_count;
    if (input->reasons != NULL) {
        *input->reasons = extraction->reasons;
    }
    return status;
}
