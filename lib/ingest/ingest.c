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

/* Fewer different words than this prove nothing: a headline, a list of names. */
#define WORDS_TO_JUDGE 15
/* One in so many words at least is in the lexicon: in English news one in two is and in none less than two in
 * five, in other languages that share words with English ("general", "hospital") one in six at most. */
#define WORDS_A_KNOWN 4
/* Shorter words are something else elsewhere ("in", "on", "was"). */
#define LONG_WORD 4

/* Whether the text is plainly not of the language whose tables it was scanned with: by its longer words in
 * small letters, since names tell nothing. */
static bool is_foreign(const struct text *text)
{
    struct str different[WORDS_TO_JUDGE];
    size_t different_count = 0;
    size_t words = 0;
    size_t known = 0;
    for (size_t i = 0; i < text->token_count; i++) {
        const struct token *token = &text->tokens[i];
        if (token->type != TOKEN_WORD || (token->flags & TOKEN_CAPITALIZED) != 0 || token->size < LONG_WORD) {
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
        known += token->word != 0;
    }
    return different_count == WORDS_TO_JUDGE && known * WORDS_A_KNOWN < words;
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
                                       .title = bare ? NULL : &title,
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
