#include "term.h"

#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

static int compare_ids(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return left < right ? -1 : left > right ? 1 : 0;
}

size_t sort_unique(int64_t *items, size_t count)
{
    size_t kept = 0;
    if (count > 1) {
        qsort(items, count, sizeof *items, compare_ids);
    }
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || items[kept - 1] != items[i]) {
            items[kept++] = items[i];
        }
    }
    return kept;
}

bool sorted_contains(const int64_t *items, size_t count, int64_t item)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (items[middle] < item) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && items[low] == item;
}

struct str term_fold(struct arena *arena, struct str word)
{
    utf8proc_uint8_t *folded = NULL;
    bool ascii = true;
    struct str result;
    char *copy;
    for (size_t i = 0; i < word.size; i++) {
        ascii = ascii && (unsigned char)word.data[i] < 0x80;
    }
    if (!ascii) {
        utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)word.data, (utf8proc_ssize_t)word.size,
                                             &folded, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
        result = size < 0 ? (struct str){NULL, 0}
                          : arena_copy(arena, (struct str){(const char *)folded, (size_t)size});
        free(folded);
        return result;
    }
    copy = arena_alloc(arena, word.size + 1);
    if (copy == NULL) {
        return (struct str){NULL, 0};
    }
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i];
        copy[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return (struct str){copy, word.size};
}

/* The number of a folded word, 0 when it is not stored. */
static enum status find(struct connection *connection, enum term_field field, struct str word, int64_t *term,
                        struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    use_begin(&use, connection, SQL_TERM_FIND);
    use_int64(&use, (int64_t)field);
    use_str(&use, word);
    status = use_row(&use, &found, error);
    *term = status == OK && found ? column_int64(&use) : 0;
    use_end(&use);
    return status;
}

/* 0 for a word that is not stored, unless it is to be made. */
static enum status number_of(struct connection *connection, struct arena *arena, enum term_field field,
                             struct str word, bool make, int64_t *term, struct error *error)
{
    struct str folded = term_fold(arena, word);
    struct use use;
    enum status status;
    if (folded.data == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    status = find(connection, field, folded, term, error);
    if (status != OK || *term != 0 || !make) {
        return status;
    }
    use_begin(&use, connection, SQL_TERM_INSERT);
    use_int64(&use, (int64_t)field);
    use_str(&use, folded);
    status = use_run(&use, error);
    *term = sqlite3_last_insert_rowid(connection->handle);
    return status;
}

enum status term_of_claim(struct connection *connection, struct arena *arena, const struct claim *claim,
                          bool make, int64_t **terms, size_t *count, struct error *error)
{
    const struct report *report = &claim->report;
    size_t most = 3 + 3 * report->place_count;
    struct {
        enum term_field field;
        struct str word;
    } *words = arena_array(arena, most, sizeof *words);
    size_t word_count = 0;
    int64_t *ids = arena_array(arena, most, sizeof *ids);
    size_t id_count = 0;
    if (words == NULL || ids == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
#define ADD(term_field, term_word)                                                                           \
    (words[word_count].field = (term_field), words[word_count++].word = (term_word))
    ADD(TERM_ACTOR, report->actor);
    ADD(TERM_SOURCE, report->source_name);
    ADD(TERM_PUBLISHER, claim->publisher);
    for (size_t i = 0; i < report->place_count; i++) {
        ADD(TERM_PLACE, report->places[i].name);
        ADD(TERM_PLACE, report->places[i].region); /* what lies in a region is found under its name, too */
        ADD(TERM_COUNTRY, report->places[i].country);
    }
#undef ADD
    for (size_t i = 0; i < word_count; i++) {
        if (words[i].word.size > 0) {
            enum status status =
                number_of(connection, arena, words[i].field, words[i].word, make, &ids[id_count++], error);
            if (status != OK) {
                return status;
            }
        }
    }
    *terms = ids;
    *count = sort_unique(ids, id_count);
    return OK;
}

/* How the full stops of a name may be set: as they are asked for, nowhere, or in its acronyms. */
enum stops { STOPS_KEPT, STOPS_NONE, STOPS_IN_ACRONYMS, STOPS_COUNT };

#define ACRONYM_MOST 5 /* letters */

static bool is_capital(struct str word, size_t at)
{
    return at < word.size && word.data[at] >= 'A' && word.data[at] <= 'Z';
}

static bool is_inside_word(struct str word, size_t at)
{
    return at < word.size && word.data[at] != ' ' && word.data[at] != '-' && word.data[at] != '\'';
}

/* The length of the acronym that the word at `at` is; 0 for another word. */
static size_t acronym_at(struct str word, size_t at)
{
    size_t end = at;
    while (is_capital(word, end)) {
        end++;
    }
    bool whole = (at == 0 || !is_inside_word(word, at - 1)) && !is_inside_word(word, end);
    return whole && end - at > 1 && end - at <= ACRONYM_MOST ? end - at : 0;
}

/* The name without "the", with apostrophes of the one kind or the other, and with full stops as `stops` says.
 */
static struct str respell(struct arena *arena, struct str name, bool curly, enum stops stops)
{
    struct str the = STR("the ");
    bool article = name.size > the.size && str_equal_nocase(str_slice(name, 0, the.size), the);
    struct str bare = article ? str_slice(name, the.size, name.size) : name;
    char *out = arena_alloc(arena, 3 * bare.size + 1);
    size_t size = 0;
    size_t acronym = 0; /* so many of its letters are to come */
    for (size_t at = 0; out != NULL && at < bare.size;) {
        bool is_curly = str_starts(str_slice(bare, at, bare.size), STR("\u2019"));
        acronym = acronym > 0 ? acronym : stops == STOPS_IN_ACRONYMS ? acronym_at(bare, at) : 0;
        if (is_curly || bare.data[at] == '\'') {
            struct str sign = curly ? STR("\u2019") : STR("'");
            for (size_t i = 0; i < sign.size; i++) {
                out[size++] = sign.data[i];
            }
            at += is_curly ? 3 : 1;
            continue;
        }
        if (bare.data[at] != '.' || stops != STOPS_NONE) {
            out[size++] = bare.data[at];
        }
        if (acronym > 0) {
            out[size++] = '.';
            acronym--;
        }
        at++;
    }
    return out == NULL ? (struct str){NULL, 0} : (struct str){out, size};
}

#define SPELLINGS_MOST (4 * (int)STOPS_COUNT + MERGE_NAMES_MOST)

static bool is_found(const struct str *spellings, size_t count, struct str spelling)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(spellings[i], spelling)) {
            return true;
        }
    }
    return false;
}

/* The folded spellings of a name under which it may be stored: they are one name to a reader, as in the
 * sources of an event; so are the names of a country and its people.  None when there is no memory. */
static size_t spellings_of(struct arena *arena, enum term_field field, struct str name, struct str *spellings)
{
    size_t count = 0;
    if (field == TERM_COUNTRY) {
        spellings[0] = term_fold(arena, name);
        return spellings[0].data != NULL ? 1 : 0;
    }
    for (unsigned stops = 0; stops < STOPS_COUNT; stops++) {
        for (int curly = 0; curly < 2; curly++) {
            struct str bare = respell(arena, name, curly != 0, (enum stops)stops);
            struct str folded = bare.data != NULL ? term_fold(arena, bare) : bare;
            if (folded.data != NULL && is_found(spellings, count, folded)) {
                continue; /* most names have neither apostrophes nor full stops */
            }
            char *with = folded.data != NULL ? arena_alloc(arena, folded.size + 5) : NULL;
            if (with == NULL) {
                return 0;
            }
            int size = snprintf(with, folded.size + 5, "the %.*s", (int)folded.size, folded.data);
            spellings[count++] = folded;
            spellings[count++] = (struct str){with, (size_t)size};
        }
    }
    if (field == TERM_ACTOR) {
        struct str names[MERGE_NAMES_MOST];
        size_t more = merge_people_names(arena, name, names);
        for (size_t i = 0; i < more; i++) {
            spellings[count] = term_fold(arena, names[i]);
            count += spellings[count].data != NULL ? 1 : 0;
        }
    }
    return count;
}

/* Adds the numbers of the words to the set; one that is not stored has none. */
static enum status find_all(struct connection *connection, struct arena *arena, enum term_field field,
                            const struct query_values *values, struct term_set *set, struct error *error)
{
    int64_t *items = arena_grow(arena, set->items, set->count,
                                set->count + (size_t)SPELLINGS_MOST * values->count, sizeof *items);
    if (items == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    set->items = items;
    set->asked = set->asked || values->count > 0;
    for (size_t i = 0; i < values->count; i++) {
        struct str spellings[SPELLINGS_MOST];
        size_t count = spellings_of(arena, field, values->items[i], spellings);
        if (count == 0) {
            return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
        }
        for (size_t k = 0; k < count; k++) {
            enum status status = find(connection, field, spellings[k], &items[set->count], error);
            if (status != OK) {
                return status;
            }
            set->count += items[set->count] != 0 ? 1 : 0;
        }
    }
    set->count = sort_unique(items, set->count);
    return OK;
}

enum status term_filter_find(struct connection *connection, struct arena *arena, const struct query *query,
                             struct term_filter *filter, struct error *error)
{
    /* `field` is what the words are stored as, `set` what they are alternatives in. */
    const struct {
        enum term_field set, field;
        const struct query_values *values;
    } asked[] = {
        {TERM_PLACE, TERM_PLACE, &query->places},
        {TERM_PLACE, TERM_COUNTRY, &query->place_countries},
        {TERM_SOURCE, TERM_SOURCE, &query->sources},
        {TERM_ACTOR, TERM_ACTOR, &query->actors},
        {TERM_PUBLISHER, TERM_PUBLISHER, &query->publishers},
        {TERM_COUNTRY, TERM_COUNTRY, &query->countries},
    };
    *filter = (struct term_filter){0};
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        enum status status = find_all(connection, arena, asked[i].field, asked[i].values,
                                      &filter->fields[asked[i].set], error);
        if (status != OK) {
            return status;
        }
    }
    return OK;
}

bool term_filter_match(const struct term_filter *filter, const int64_t *terms, size_t count)
{
    for (unsigned field = 0; field < TERM_FIELDS; field++) {
        const struct term_set *set = &filter->fields[field];
        bool has = !set->asked;
        for (size_t i = 0; !has && i < set->count; i++) {
            has = sorted_contains(terms, count, set->items[i]);
        }
        if (!has) {
            return false;
        }
    }
    return true;
}
