#include "ingest/ingest.h"

#include "report/extract.h"

#include <string.h>

static enum status scan_field(struct arena *arena, const struct lang *lang, const struct article *article,
                              enum article_field field, struct text *text)
{
    struct str source = article_field_text(article, field);
    enum status status = text_scan(arena, lang, source.data == NULL ? STR("") : source, text);

    text->language = article->language;
    return status;
}

/* Adds the time expressions of one field to `list`; partners are indices of the whole list. */
static enum status find_in_field(struct arena *arena, const struct article *article, enum article_field field,
                                 const struct text *text, struct timex_list *list)
{
    struct timex_list found = {0};
    struct timex *items;
    enum status status = timex_find(arena, text, &article->published, &found);
    size_t i;

    if (status != OK || found.count == 0) {
        return status;
    }
    /* Into the room of what was found, which may be most of the article. */
    items = arena_grow(arena, found.items, found.count, list->count + found.count, sizeof *items);
    if (items == NULL) {
        return ERR_NO_MEMORY;
    }
    memmove(items + list->count, items, found.count * sizeof *items);
    for (i = 0; i < list->count; i++) {
        items[i] = list->items[i];
    }
    for (i = list->count; i < list->count + found.count; i++) {
        items[i].field = (uint8_t)field;
        if (items[i].partner >= 0) {
            items[i].partner += (int32_t)list->count;
        }
    }
    for (i = 0; i < found.section_count; i++) {
        found.sections[i].timex += (uint32_t)list->count;
    }
    if (field == FIELD_TEXT) { /* a title has none */
        list->sections = found.sections;
        list->section_count = found.section_count;
    }
    list->items = items;
    list->count += found.count;
    return OK;
}

/* Fewer different words in small letters than this prove nothing: a headline, a list of names. */
#define WORDS_TO_JUDGE 30
/* One in so many words at least is an opener (STARTER) of the lexicon: in English news one in six is, and no
 * less than one in twelve of any article.  In another language next to none is, but for words of one or two
 * letters, which are something else there ("a", "in", "on"). */
#define WORDS_AN_OPENER 25
#define SHORT_WORD 2

/* Whether the text is plainly not of the language whose tables it was scanned with. */
static bool is_foreign(const struct text *text)
{
    struct str different[WORDS_TO_JUDGE];
    size_t different_count = 0;
    size_t words = 0;
    size_t openers = 0;
    for (size_t i = 0; i < text->token_count; i++) {
        const struct token *token = &text->tokens[i];
        if (token->type != TOKEN_WORD || (token->flags & TOKEN_CAPITALIZED) != 0) {
            continue;
        }
        struct str form = text_span(text, i, i + 1);
        size_t at = different_count == WORDS_TO_JUDGE ? different_count : 0;
        while (at < different_count && !str_equal(different[at], form)) {
            at++;
        }
        if (at == different_count && different_count < WORDS_TO_JUDGE) {
            different[different_count++] = form;
        }
        words++;
        openers += token->size > SHORT_WORD && token->word != 0 &&
                   class_set_has(&text->lang->words[token->word].classes, CLASS_STARTER);
    }
    return different_count == WORDS_TO_JUDGE && openers * WORDS_AN_OPENER < words;
}

/* `reasons` is NULL when nobody asks. */
static enum status analyse(struct arena *arena, const struct article *article, struct analysis *analysis,
                           struct report_reason **reasons, struct error *error)
{
    const struct lang *lang = lang_find(article->language);
    struct text title, text;
    struct extract_input input;
    enum status status;

    *analysis = (struct analysis){0};
    if (lang == NULL) {
        return error_set(error, ERR_UNSUPPORTED, "/language", "there are no rules for the language \"%.*s\"",
                         STR_ARG(article->language));
    }
    status = scan_field(arena, lang, article, FIELD_TITLE, &title);
    if (status == OK) {
        status = scan_field(arena, lang, article, FIELD_TEXT, &text);
    }
    if (status == OK) {
        title.beside = &text;
        text.beside = &title;
        status = find_in_field(arena, article, FIELD_TITLE, &title, &analysis->timexes);
    }
    if (status == OK) {
        status = find_in_field(arena, article, FIELD_TEXT, &text, &analysis->timexes);
    }
    if (status == OK && article->language_assumed && is_foreign(&text)) {
        return error_set(
            error, ERR_UNSUPPORTED, "/language",
            "not given, and the text does not read like \"%s\", which is then assumed; there are no rules "
            "for other languages (to have it read all the same, give \"%s\")",
            lang->tag, lang->tag);
    }
    if (status == OK) {
        /* a headline repeats the body: it is read for reports only when there is nothing else */
        bool bare = str_trim(text.source).size == 0;

        input = (struct extract_input){.article = article,
                                       .field = bare ? FIELD_TITLE : FIELD_TEXT,
                                       .text = bare ? &title : &text,
                                       .timexes = &analysis->timexes,
                                       .reasons = reasons};
        status = report_extract(arena, &input, &analysis->reports, &analysis->report_count);
    }
    if (status == ERR_NO_MEMORY) {
        return error_set(error, status, NULL, "not enough memory for this article");
    }
    if (status != OK) {
        return error_set(error, status, "/text", "the text is too long, or little but time expressions");
    }
    return OK;
}

enum status ingest_analyse(struct arena *arena, const struct article *article, struct analysis *analysis,
                           struct error *error)
{
    return analyse(arena, article, analysis, NULL, error);
}

enum status ingest_explain(struct arena *arena, const struct article *article, struct analysis *analysis,
                           struct report_reason **reasons, struct error *error)
{
    *reasons = NULL;
    return analyse(arena, article, analysis, reasons, error);
}

const char *ingest_rules_version(void)
{
    return lang_version();
}
