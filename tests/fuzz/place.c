/* Place look-up over arbitrary well-formed text: matches stay inside it and end where they may. */
#include <stdlib.h>

#include "base/utf8.h"
#include "place/place.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    text.size = utf8_invalid_at(text);
    for (size_t at = 0; at < text.size;) {
        size_t step = 0;
        (void)utf8_decode(text, at, &step);
        struct place_match match = {0};
        if (place_match(text, at, text.size, &match)) {
            require(match.end > at && match.end <= text.size && match.count > 0);
            for (uint32_t i = 0; i < match.count; i++) {
                require(place_candidate(&match, i).name.size > 0);
            }
        }
        if (place_match_demonym(text, at, text.size, &match)) {
            require(match.end > at && match.end <= text.size && match.count == 1);
        }
        at += step;
    }
    struct place_match match;
    (void)place_find(text, &match);
    return 0;
}
