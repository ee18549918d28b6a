#include "report/extract.h"

#include "report/assailant.h"
#include "report/coref.h"
#include "report/headline.h"
#include "report/known_name.h"
#include "report/mention.h"
#include "report/naming.h"
#include "report/note.h"
#include "report/office.h"
#include "report/presupposed.h"
#include "report/reaction.h"
#include "report/said_place.h"
#include "report/screen.h"
#include "report/voice.h"

#include <string.h>

/* Which part of the sentence, between semicolons, holds `token`. */
static uint32_t part_of_sentence(const struct extraction *extraction, uint32_t token)
{
    uint32_t at = extraction->text->sentences[extraction->sentence].first_token;
    uint32_t part = 0;

    for (; at < token; at++) {
        part += extraction->text->tokens[at].type == TOKEN_PUNCT && token_is_sign(extraction->text, at, ";")
                    ? 1
                    : 0;
    }
    return part;
}

bool parted_from(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    uint32_t part;
    size_t i;

    if (!may_have_sign(extraction, ";")) {
        return false;
    }
    part = part_of_sentence(extraction, token);
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

/* True for the number of "178 of them". */
static bool counts_part(const struct extraction *extraction, const struct draft *draft)
{
    for (size_t i = 0; may_have(extraction, CLASS_OF_THEM) && i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->first_token == draft->quantity.words.end && item_is(item, CLASS_OF_THEM)) {
            return !span_empty(draft->quantity.words);
        }
    }
    return false;
}

struct report *add_report(struct extraction *extraction, const struct draft *draft)
{
    struct origin *origin;

    if (extraction->report_count == extraction->report_capacity) {
        size_t capacity = extraction->report_capacity == 0 ? 4 : extraction->report_capacity * 2;
        struct report *grown = arena_grow(extraction->arena, extraction->reports, extraction->report_count,
                                          capacity, sizeof *grown);
        struct origin *origins = arena_grow(extraction->arena, extraction->origins, extraction->report_count,
                                            capacity, sizeof *origins);

        if (grown == NULL || origins == NULL) {
            return NULL;
        }
        extraction->reports = grown;
        extraction->origins = origins;
        extraction->report_capacity = capacity;
    }
    origin = &extraction->origins[extraction->report_count];
    *origin = (struct origin){
        .group = draft == NULL ? NULL : draft->group,
        .sentence = (uint32_t)extraction->sentence,
        .deed = draft != NULL && token_is(extraction->text, draft->trigger.words.end - 1, CLASS_DEED),
        .taken = draft != NULL && takes_for_granted(extraction, draft),
        .vague_time = has_vague_time(extraction),
        .ranks = draft != NULL ? extraction->ranks : -1,
        .occasion =
            draft != NULL && is_occasion(extraction->text, draft,
                                         extraction->text->sentences[extraction->sentence].first_token),
        .part = draft != NULL && counts_part(extraction, draft),
    };
    if (draft != NULL) {
        origin->office = place_of_office(extraction, draft);
        origin->speaker = place_of_speaker(extraction, draft);
        origin->voice = state_speaking(extraction, attribution_of(extraction, draft->trigger.words.first));
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

/* The words that name the speaker, with the channel when both stand in the sentence: "the Herald cited the
 * army". */
static struct span with_channel(const struct extraction *extraction, const struct attribution *attribution)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    struct span words = attribution->speaker;
    struct span channel = attribution->channel;

    if (span_empty(channel) || words.first < sentence->first_token || words.end > sentence->end_token) {
        return words;
    }
    return (struct span){words.first < channel.first ? words.first : channel.first,
                         words.end > channel.end ? words.end : channel.end};
}

/* "Another 17 were wounded", "they were killed", in a sentence in which nobody speaks: whose claim it goes on
 * from, told right before; NULL for nobody's. */
static const struct report *source_before(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t token = draft->trigger.words.first;
    uint32_t end = draft->trigger.words.end;
    bool goes_on = draft->group != NULL && draft->group->pronoun;
    size_t i;

    if (extraction->attribution_count > 0 || extraction->before_sentence + 1 != extraction->sentence) {
        return NULL;
    }
    if (draft->group != NULL && !draft->group->pronoun) {
        token = draft->group->words.first < token ? draft->group->words.first : token;
        end = draft->group->words.end > end ? draft->group->words.end : end;
    }
    if (!span_empty(draft->quantity.words)) {
        token = draft->quantity.words.first < token ? draft->quantity.words.first : token;
        end = draft->quantity.words.end > end ? draft->quantity.words.end : end;
    }
    token -= token > extraction->text->sentences[extraction->sentence].first_token ? 1 : 0;
    for (; token < end && !goes_on; token++) {
        goes_on = token_is(extraction->text, token, CLASS_OF_THEM) ||
                  (token_is(extraction->text, token, CLASS_GOES_ON) &&
                   !token_is(extraction->text, token + 1, CLASS_THAN));
    }
    for (i = extraction->before; goes_on && i < extraction->sentence_reports; i++) {
        if (extraction->reports[i].source.text.data != NULL &&
            extraction->reports[i].kind == draft->trigger.kind) {
            return &extraction->reports[i];
        }
    }
    return NULL;
}

static void take_source(const struct report *before, struct report *report)
{
    report->source = before->source;
    report->source_name = before->source_name;
    if (report->status == STATUS_CONFIRMED &&
        (before->status == STATUS_CLAIMED || before->status == STATUS_UNVERIFIED)) {
        report->status = before->status;
    }
}

/* "[Reporter Lind] Colonel Roth said", "[Radio] Fari sources": a label before the speaker is none of the
 * name; the long name in "RSF [Rapid Support Forces] sources" is. */
static struct span without_label(const struct text *text, struct span words)
{
    for (uint32_t token = words.first; token + 1 < words.end && !token_is_sign(text, token, "["); token++) {
        if (token_is_sign(text, token, "]")) {
            return (struct span){token + 1, words.end};
        }
    }
    return words;
}

static void set_source(struct extraction *extraction, const struct draft *draft,
                       const struct attribution *attribution, struct report *report)
{
    struct span speaker = {0, 0};
    struct span owner = {0, 0};
    struct span words;
    const struct report *before;
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
        speaker = without_label(extraction->text, speaker);
        /* a well-known body has one name everywhere */
        report->source_name = agency != NULL ? str_from(agency) : name_of_speaker(extraction, owner, speaker);
        words = attribution != NULL ? with_channel(extraction, attribution) : speaker;
        report->source = quote_span(extraction, without_label(extraction->text, words));
    } else if (attribution == NULL) {
        before = source_before(extraction, draft);
        report->source_name = extraction->input->article->publisher;
        if (before != NULL) {
            take_source(before, report);
        }
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

static enum status finish(struct extraction *extraction, const struct draft *draft)
{
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    struct report report = {.kind = draft->trigger.kind, .scope = SCOPE_INCIDENT, .basis_timex = -1};
    struct report *added;

    if (attribution != NULL && attribution->status == STATUS_DENIED &&
        only_link_denied(extraction, draft, attribution)) {
        attribution = NULL; /* who denies it does not tell it */
    }
    report.subtype = deployment_subtype(&draft->trigger);
    report.status = status_of_claim(extraction, draft, attribution);
    report.count = count_from(extraction, draft->rate ? &(struct quantity){0} : &draft->quantity);
    report.actor = actor_of(extraction, draft);
    report.counterpart = counterpart_of(extraction, draft);
    if (str_equal(report.counterpart, report.actor)) {
        report.counterpart = (struct str){NULL, 0};
    }
    report.rule = str_from(draft->rule);
    set_source(extraction, draft, attribution, &report);
    set_evidence(extraction, &report);
    if (place_report(extraction, draft, attribution, &report) != OK) {
        return ERR_NO_MEMORY;
    }
    date_report(extraction, draft, attribution, &report);
    if (report.counterpart.data == NULL) {
        report.counterpart = assailant_of(extraction, draft, &report);
    }
    added = add_report(extraction, draft);
    if (added == NULL) {
        return ERR_NO_MEMORY;
    }
    *added = report;
    return extraction->input->reasons == NULL ? OK : give_reason(extraction, draft, attribution, &report);
}

/* The draft's group, with the side that it turned out to be of. */
static const struct group *named_group(struct extraction *extraction, const struct draft *draft)
{
    struct str actor;
    struct group *named;

    if (draft->group->actor_count > 0 || !draft->group->fighters) {
        return draft->group;
    }
    actor = actor_of(extraction, draft);
    if (actor.data == NULL ||
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

/* Of whom "he" speaks in the next sentence: "he" of this one, before anybody whom he mentions, else the first
 * who speaks; NULL for nobody. */
static const struct attribution *main_attribution(const struct extraction *extraction)
{
    const struct attribution *first = NULL;
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        const struct attribution *attribution = &extraction->attributions[i];

        if (span_empty(attribution->speaker)) {
            continue;
        }
        if (attribution->pronoun) {
            return attribution;
        }
        first = first == NULL ? attribution : first;
    }
    return first;
}

static bool opens_paragraph(const struct extraction *extraction, uint32_t token)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    return token == sentence->first_token &&
           (extraction->sentence == 0 || sentence[-1].paragraph != sentence->paragraph);
}

/* Notes whether a quotation goes on behind the sentence. */
static void follow_quotes(struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    if (!may_have_sign(extraction, "\"") && !may_have_sign(extraction, "\u201c")) {
        return;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        struct str sign = text_span(extraction->text, token, token + 1);

        if (extraction->text->tokens[token].type != TOKEN_PUNCT) {
            continue;
        }
        if (str_equal(sign, STR("\u201c"))) {
            extraction->quote_open = true;
        } else if (str_equal(sign, STR("\u201d"))) {
            extraction->quote_open = false;
        } else if (str_equal(sign, STR("\""))) {
            /* a quotation that goes on opens each of its paragraphs */
            extraction->quote_open = !extraction->quote_open || opens_paragraph(extraction, token);
        }
    }
}

/* What the next sentence may refer to: who spoke, which people, whether a quotation goes on. */
static void remember(struct extraction *extraction)
{
    const struct attribution *attribution = main_attribution(extraction);
    size_t i;

    if (attribution != NULL) {
        /* before the speaker is replaced: those words hold only while the same one goes on */
        extraction->said = said_when(extraction, attribution);
        extraction->speaker = attribution->speaker;
        extraction->speaker_sentence = extraction->sentence;
        extraction->owner = attribution->owner;
        extraction->agency = attribution->agency;
    }
    for (i = 0; extraction->ruled && i < extraction->matcher.item_count; i++) {
        const struct group *group = item_group(&extraction->matcher.items[i]);

        if (group != NULL && !group->pronoun && group->actor_count > 0 && group->fighters && !group->part) {
            bool known = extraction->people != NULL && extraction->people_sentence == extraction->sentence;

            extraction->people = known ? extraction->people : group;
            extraction->people_sentence = extraction->sentence;
            break;
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
    follow_quotes(extraction);
}

static void withdraw(struct extraction *extraction)
{
    for (size_t i = extraction->sentence_reports; i < extraction->report_count; i++) {
        extraction->origins[i].withdrawn = true;
    }
}

static enum status read_sentence(struct extraction *extraction)
{
    bool taken_back = false;
    size_t i;

    match_sentence(&extraction->matcher, extraction->sentence);
    gather_classes(extraction);
    if (in_correction(extraction)) {
        taken_back = is_set_right(extraction);
        if (!taken_back && !sets_right(extraction)) {
            return OK;
        }
    }
    extraction->fired_count = 0;
    extraction->whole_known = false;
    mark_sentence(extraction);
    attribute_sentence(extraction);
    if (apply_rules(extraction) != OK) {
        return ERR_NO_MEMORY;
    }
    settle(extraction);
    extraction->told = attack_told(extraction);
    extraction->sentence_reports = extraction->report_count;
    for (i = 0; i < extraction->draft_count; i++) {
        if (!extraction->drafts[i].dropped && finish(extraction, &extraction->drafts[i]) != OK) {
            return ERR_NO_MEMORY;
        }
    }
    if (deny_before(extraction) != OK) {
        return ERR_NO_MEMORY;
    }
    own_before(extraction);
    note_doubt(extraction);
    check_facts(extraction, true);
    if (mention_note(extraction) != OK) {
        return ERR_NO_MEMORY;
    }
    if (taken_back) {
        withdraw(extraction);
    }
    remember(extraction);
    note_assailant(extraction);
    note_happening(extraction);
    remember_places(extraction);
    if (extraction->report_count > extraction->sentence_reports) {
        extraction->before = extraction->sentence_reports;
        extraction->before_sentence = extraction->sentence;
    }
    return extraction->out_of_memory ? ERR_NO_MEMORY : OK;
}

/* What an attribution turns on by itself. */
static const unsigned teller_classes[] = {
    CLASS_ACCORDING, CLASS_TOLD_BY, CLASS_SAID, CLASS_BRANDED, CLASS_FOUND,
};

enum status report_extract(struct arena *arena, const struct extract_input *input, struct report **reports,
                           size_t *count)
{
    struct extraction *extraction = arena_room(arena, 1, sizeof *extraction);
    enum status status;
    bool tells = false;

    *reports = NULL;
    *count = 0;
    if (extraction == NULL) {
        return ERR_NO_MEMORY;
    }
    memset(extraction, 0, offsetof(struct extraction, drafts)); /* short articles are many */
    extraction->arena = arena;
    extraction->input = input;
    extraction->text = input->text;
    extraction->happening_timex = -1;
    extraction->attack_timex = -1;
    extraction->freed_timex = -1;
    extraction->deed_timex = -1;
    extraction->said = INTERVAL_UNKNOWN;
    for (size_t i = 0; i < sizeof teller_classes / sizeof teller_classes[0]; i++) {
        class_set_add(&extraction->tellers, teller_classes[i]);
    }
    status = matcher_init(&extraction->matcher, arena, input->text);
    if (status == OK) {
        matcher_limit(&extraction->matcher, input->text->lang->report);
        extraction->matcher.observer = input->reasons == NULL ? input->observer : note_match;
        extraction->matcher.observer_context = input->reasons == NULL ? input->observer_context : extraction;
        status = screen_text(extraction, &tells);
    }
    if (status == OK && tells) {
        status = quote_prepare(extraction);
    }
    if (status == OK && tells) {
        status = find_names(extraction);
    }
    for (; status == OK && tells && extraction->sentence < input->text->sentence_count;
         extraction->sentence++) {
        const struct sentence *sentence = &input->text->sentences[extraction->sentence];

        if (sentence->kind == SEGMENT_BODY) {
            status = read_sentence(extraction);
        } else {
            extraction->quote_open = false;
            check_facts(extraction, false);
        }
    }
    if (status == OK && tells) {
        coref_resolve(extraction);
        if (headline_resolve(extraction)) {
            coref_resolve(extraction); /* what the others of its sentence take from that claim */
        }
        date_by_ranks(extraction);
        drop_presupposed(extraction);
        status = extraction->out_of_memory ? ERR_NO_MEMORY : OK;
    }
    *reports = extraction->reports;
    *count = extraction->report_count;
    if (input->reasons != NULL) {
        *input->reasons = extraction->reasons;
    }
    return status;
}
