#include "twin.h"

#include <sodium.h>
#include <string.h>

static void hash_int(crypto_generichash_state *state, int64_t value)
{
    (void)crypto_generichash_update(state, (const unsigned char *)&value, sizeof value);
}

static void hash_str(crypto_generichash_state *state, struct str s)
{
    hash_int(state, (int64_t)s.size);
    (void)crypto_generichash_update(state, (const unsigned char *)s.data, s.size);
}

static void hash_interval(crypto_generichash_state *state, struct interval date)
{
    hash_int(state, date.first);
    hash_int(state, date.last);
    hash_int(state, (int64_t)date.precision << 1 | (date.approximate ? 1 : 0));
}

static void hash_quote(crypto_generichash_state *state, const struct quote *quote)
{
    hash_int(state, (int64_t)quote->field);
    hash_int(state, (int64_t)quote->begin << 32 | quote->end);
    hash_str(state, quote->text);
}

int64_t twin_of(const struct claim *claim)
{
    const struct report *report = &claim->report;
    crypto_generichash_state state;
    uint8_t hash[crypto_generichash_BYTES_MIN];
    int64_t twin;
    (void)crypto_generichash_init(&state, NULL, 0, sizeof hash);
    hash_int(&state, (int64_t)report->kind << 24 | (int64_t)report->subtype << 16 |
                         (int64_t)report->scope << 8 | (int64_t)report->status);
    hash_int(&state, report->count.min);
    hash_int(&state, report->count.max);
    hash_str(&state, report->count.qualifier);
    hash_quote(&state, &report->count.text);
    hash_str(&state, report->actor);
    hash_str(&state, report->counterpart);
    for (size_t i = 0; i < report->place_count; i++) {
        hash_str(&state, report->places[i].name);
        hash_str(&state, report->places[i].country);
        hash_str(&state, report->places[i].region);
        hash_str(&state, report->places[i].precision);
    }
    hash_interval(&state, report->date);
    hash_quote(&state, &report->basis);
    hash_str(&state, report->source_name);
    hash_quote(&state, &report->source);
    hash_interval(&state, report->said);
    hash_quote(&state, &report->evidence);
    hash_int(&state, claim->published);
    if (report->corrected != 0) { /* twins of reports as they are found stay what they were */
        hash_int(&state, report->corrected);
    }
    (void)crypto_generichash_final(&state, hash, sizeof hash);
    memcpy(&twin, hash, sizeof twin);
    return twin != 0 ? twin : 1;
}
