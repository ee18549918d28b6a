#include "report/screen.h"

#include "report/known_name.h"

#include <string.h>

/* What claims turn on, and what names soldiers: those spoken of in the sentences behind.  Not a pronoun or a
 * unit: what befalls them tells one of these too, or is no claim, and they stand in every third sentence. */
static const unsigned cue_classes[] = {
    CLASS_DONE,     CLASS_DOING,     CLASS_BEFELL,     CLASS_STATE,      CLASS_TOLL,
    CLASS_TOLLWORD, CLASS_DEED,      CLASS_AMONG,      CLASS_CORPSE,     CLASS_WAR_ONLY,
    CLASS_FIGURE,   CLASS_CAPTIVE,   CLASS_COMBAT,     CLASS_CUE,        CLASS_RETREAT,
    CLASS_FIGHTER,  CLASS_NATIONALS, CLASS_FRONT_LINE, CLASS_SPECIALIST,
};

/* False for a language whose rules do not begin with words of harm: they turn on others, and all of the text
 * is read. */
static bool turns_on_cues(const struct extraction *extraction)
{
    return class_set_has(&extraction->text->lang->report->begins, CLASS_DONE);
}

/* True when the rules can find something in the sentence that its claims or those behind it need; most
 * sentences hold nothing of the kind. */
static bool may_tell(const struct extraction *extraction)
{
    size_t i;

    if (!turns_on_cues(extraction)) {
        return true;
    }
    if (!class_set_overlaps(&extraction->words, &extraction->cues)) {
        return false;
    }
    for (i = 0; i < extraction->matcher.item_count; i++) {
        if (class_set_overlaps(&extraction->matcher.items[i].classes, &extraction->cues)) {
            return true;
        }
    }
    return false;
}

/* Gathers what classes the sentence's words and phrases have, and its signs: it is asked a dozen times
 * whether some word of a class stands in it, and mostly none does. */
void gather_classes(struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    const struct matcher *matcher = &extraction->matcher;
    const struct lang_word *lexicon = text->lang->words;
    const struct token *end = &text->tokens[sentence->end_token];
    struct class_set words = {{0}};
    uint64_t signs = 0;

    for (const struct token *token = &text->tokens[sentence->first_token]; token < end; token++) {
        class_set_unite(&words, &lexicon[token->word].classes);
        if (token->type == TOKEN_PUNCT) {
            signs |= UINT64_C(1) << (text->source.data[token->begin] & 63);
        }
    }
    bool phrases = matcher->item_count < sentence->end_token - sentence->first_token;
    for (const struct item *item = matcher->items; phrases && item < &matcher->items[matcher->item_count];
         item++) {
        if (item->end_token > item->first_token + 1) {
            class_set_unite(&words, &item->classes);
        }
    }
    extraction->words = words;
    extraction->signs = signs;
}

/* So many items are kept at most: a text may be long and tell nothing until its end. */
#define ITEMS_KEPT 2048

/* Keeps what the rules made of the sentence at hand. */
static enum status keep(struct extraction *extraction)
{
    const struct matcher *matcher = &extraction->matcher;
    struct screened *screened;

    if (extraction->speech_counts || extraction->items_kept + matcher->item_count > ITEMS_KEPT) {
        return OK;
    }
    screened = arena_alloc(extraction->arena, sizeof *screened);
    if (screened == NULL) {
        return ERR_NO_MEMORY;
    }
    *screened = (struct screened){
        .sentence = extraction->sentence,
        .items = arena_room(extraction->arena, matcher->item_count, sizeof *screened->items),
        .item_count = matcher->item_count,
        .drafts = arena_room(extraction->arena, extraction->draft_count, sizeof *screened->drafts),
        .draft_count = extraction->draft_count,
    };
    if (screened->items == NULL || screened->drafts == NULL) {
        return ERR_NO_MEMORY;
    }
    memcpy(screened->items, matcher->items, matcher->item_count * sizeof *screened->items);
    memcpy(screened->drafts, extraction->drafts, extraction->draft_count * sizeof *screened->drafts);
    extraction->items_kept += matcher->item_count;
    if (extraction->last_screened == NULL) {
        extraction->screened = screened;
    } else {
        extraction->last_screened->next = screened;
    }
    extraction->last_screened = screened;
    return OK;
}

/* Takes up what was kept of the sentence at hand; false when nothing was. */
static bool take_up(struct extraction *extraction)
{
    const struct screened *screened = extraction->screened;
    struct matcher *matcher = &extraction->matcher;

    if (screened == NULL || screened->sentence != extraction->sentence) {
        return false;
    }
    memcpy(matcher->items, screened->items, screened->item_count * sizeof *matcher->items);
    matcher->item_count = screened->item_count;
    memcpy(extraction->drafts, screened->drafts, screened->draft_count * sizeof *extraction->drafts);
    extraction->draft_count = screened->draft_count;
    extraction->screened = screened->next;
    return true;
}

bool rule_in_attribution(struct extraction *extraction, uint32_t token)
{
    extraction->speech_counts = true;
    return in_attribution(extraction, token);
}

static enum status run_passes(struct extraction *extraction)
{
    const struct lang_rules *rules = extraction->text->lang->report;

    for (size_t pass = 0; pass < rules->pass_count; pass++) {
        if (pass < extraction->input->first_left_out || pass >= extraction->input->end_left_out) {
            match_run(&extraction->matcher, rules, pass, report_act, extraction);
        }
    }
    return extraction->out_of_memory ? ERR_NO_MEMORY : OK;
}

enum status apply_rules(struct extraction *extraction)
{
    extraction->draft_count = 0;
    extraction->ruled = may_tell(extraction);
    return !extraction->ruled || take_up(extraction) ? OK : run_passes(extraction);
}

/* False when no word of the sentence is a cue and no phrase begins in it that may be one. */
static bool may_hold_cue(const struct extraction *extraction, const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    const struct lang_word *lexicon = text->lang->words;
    const struct token *end = &text->tokens[sentence->end_token];

    for (const struct token *token = &text->tokens[sentence->first_token]; token < end; token++) {
        const struct lang_word *word = &lexicon[token->word];

        if (class_set_overlaps(&word->classes, &extraction->cues) ||
            lang_begins_phrase(text->lang, token->word, token[1].word, &extraction->cues)) {
            return true;
        }
    }
    return false;
}

/* Screens the sentence at hand; its drafts are those that it makes. */
static enum status screen_sentence(struct extraction *extraction)
{
    extraction->draft_count = 0;
    extraction->attribution_count = 0;
    extraction->speech_counts = false;
    match_sentence(&extraction->matcher, extraction->sentence);
    gather_classes(extraction);
    if (!may_tell(extraction)) {
        return OK;
    }
    /* The text's own capital depends on all that it names. */
    if (may_have(extraction, CLASS_CAPITAL) ? find_names(extraction) != OK
                                            : find_names_of(extraction, extraction->sentence) != OK) {
        return ERR_NO_MEMORY;
    }
    mark_sentence(extraction);
    return run_passes(extraction) == OK ? keep(extraction) : ERR_NO_MEMORY;
}

enum status screen_text(struct extraction *extraction, bool *tells)
{
    const struct text *text = extraction->text;
    enum status status = OK;

    for (size_t i = 0; i < sizeof cue_classes / sizeof cue_classes[0]; i++) {
        class_set_add(&extraction->cues, cue_classes[i]);
    }
    /* Whoever watches the rules is to see each sentence once. */
    *tells = extraction->matcher.observer != NULL || !turns_on_cues(extraction);
    for (; status == OK && !*tells && extraction->sentence < text->sentence_count; extraction->sentence++) {
        const struct sentence *sentence = &text->sentences[extraction->sentence];

        if (sentence->kind == SEGMENT_BODY && may_hold_cue(extraction, sentence)) {
            status = screen_sentence(extraction);
            *tells = extraction->draft_count > 0;
        }
    }
    extraction->sentence = 0;
    extraction->next_timex = 0;
    return status;
}
