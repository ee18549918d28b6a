/* No text costs more than its share: twice as much when it is twice as long, in work that is counted and not
 * timed, and never more memory than timex.h tells.  A byte of the input stands for a piece of text or a sign;
 * what they make is repeated. */
#include <stdlib.h>

#include "tests/timex/cost_measure.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LONGEST 16 /* pieces */
#define SMALL ((size_t)1 << 12)
#define LARGE ((size_t)1 << 17)
/* Steps for each byte that a text may cost more than its share: where it holds more lines than are looked at
 * one by one, the rest is read as prose. */
#define MORE 400
/* Puts copies of the first bytes of `text` behind them; no code point is cut. */
static struct str repeat(char *text, size_t unit, size_t size)
{
    size -= size % unit;
    for (size_t at = unit; at < size; at++) {
        text[at] = text[at - unit];
    }
    return (struct str){text, size};
}

static struct cost measure(struct str text)
{
    struct cost cost = cost_of(text);

    if ((cost.status != OK && cost.status != ERR_TOO_LARGE) ||
        cost.memory > TIMEX_MEMORY_PER_BYTE * text.size + TIMEX_MEMORY_BASE) {
        abort();
    }
    return cost;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char text[LARGE];
    size_t unit = 0;

    if (size > LONGEST) {
        return 0;
    }
    for (size_t i = 0; i < size; i++) {
        const char sign[] = {(char)(' ' + data[i] % ('~' - ' ' + 1)), '\0'};
        const char *piece = data[i] < cost_piece_count ? cost_pieces[data[i]] : sign;
        for (; *piece != '\0'; piece++) {
            text[unit++] = *piece;
        }
    }
    if (unit == 0) {
        return 0;
    }
    struct cost small = measure(repeat(text, unit, SMALL));
    struct cost twice = measure(repeat(text, unit, 2 * SMALL));
    if (twice.work > small.work * 22 / 10 + MORE * SMALL) {
        abort();
    }
    if (twice.kept > 2 * SMALL * (TIMEX_MEMORY_PER_BYTE - 2)) { /* a longer one might not fit */
        (void)measure(repeat(text, unit, LARGE));
    }
    return 0;
}
