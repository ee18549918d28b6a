/* Any text: the extraction neither crashes nor quotes what does not stand in the article, tells the same when
 * it is asked why, and gives up in order wherever memory ends. */
#include "base/utf8.h"
#include "ingest/ingest.h"
#include "tests/report/same_reports.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct quote *quote, struct str text)
{
    struct utf8_cursor cursor = {.text = text};
    size_t begin, end;

    if (quote->text.data == NULL) {
        return;
    }
    begin = utf8_bytes(&cursor, quote->begin);
    end = utf8_bytes(&cursor, quote->end);
    if (begin > end || !str_equal(str_slice(text, begin, end), quote->text)) {
        abort();
    }
}

/* Reads the article with no more than `limit` bytes. */
static void read_within(const struct article *article, size_t limit)
{
    struct analysis analysis = {0};
    struct arena arena;
    enum status status;

    arena_init(&arena, limit);
    status = ingest_analyse(&arena, article, &analysis, NULL);
    if (status != OK && status != ERR_NO_MEMORY && status != ERR_TOO_LARGE) {
        abort();
    }
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct article article = {.text = {(const char *)data, size}};
    struct analysis analysis = {0};
    struct analysis explained = {0};
    struct report_reason *reasons;
    struct arena arena;
    size_t i;

    article.text.size = utf8_invalid_at(article.text);
    article.published.day = 20074;
    article.published.second = -1;
    /* a limit is any number; an input has always the same ones */
    for (size_t limit = 4096 + size % 4096; limit < (size_t)1 << 20; limit *= 3) {
        read_within(&article, limit);
    }
    arena_init(&arena, (size_t)256 << 20);
    if (ingest_analyse(&arena, &article, &analysis, NULL) == OK) {
        for (i = 0; i < analysis.report_count; i++) {
            check(&analysis.reports[i].count.text, article.text);
            check(&analysis.reports[i].basis, article.text);
            check(&analysis.reports[i].source, article.text);
            check(&analysis.reports[i].evidence, article.text);
        }
        if (ingest_explain(&arena, &article, &explained, &reasons, NULL) == OK &&
            !same_reports(&analysis, &explained)) {
            abort();
        }
    }
    arena_release(&arena);
    return 0;
}
