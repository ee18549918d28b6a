/* Any bytes as a file for the rule compiler: it says what is wrong or makes tables. */
#include "tools/rules.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    static const enum rules_file_kind kinds[] = {RULES_TIME, RULES_WORDS, RULES_ABBREVIATIONS, RULES_REPORT};
    const struct rules_file words = {
        .kind = RULES_WORDS,
        .name = "words.tsv",
        .text = STR("'s\tCLITIC\nday\tUNIT=day\nunited states\tLAND=\"US\"\n"),
    };
    const struct rules_file uses = {
        .kind = RULES_REPORT,
        .name = "report.rules",
        .text = STR("pass used\nused UNIT | LAND => none\n  - \"day\"\n"),
    };
    struct rules_file files[] = {
        words,
        uses,
        {.kind = kinds[data[0] % 4], .name = "fuzz", .text = {(const char *)data + 1, size - 1}},
    };
    struct arena arena;
    struct buffer out;
    struct buffer messages;
    arena_init(&arena, (size_t)1 << 28);
    buffer_init(&out, (size_t)1 << 28);
    buffer_init(&messages, 1 << 20);
    enum status status = rules_compile(&arena, "xx", files, 3, &out, &messages);
    if ((status == OK) != (messages.size == 0 && out.size > 0) && status != ERR_NO_MEMORY) {
        abort();
    }
    buffer_release(&out);
    buffer_release(&messages);
    arena_release(&arena);
    return 0;
}
