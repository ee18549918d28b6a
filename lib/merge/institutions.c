/* One institution under its name and its acronym: "the Tarrow Intelligence Service (TIS)" and "the TIS";
 * under both ways to say whose it is: "Mali's army" and "the Malian army"; and in several spellings.
 *
 * An acronym stands for the institution that a claim explains it with, or else for the one whose initials it
 * has; for none when that fits several. */
#include <stdlib.h>

#include "merge/summary.h"
#include "place/place.h"

#define ACRONYM_MOST 8
#define INITIALS_LEAST 3 /* two letters are the initials of too much */
#define INITIALS_WAYS 4

/* What the words of a source say an acronym stands for. */
struct meaning {
    struct str acronym;
    size_t name; /* one of the names that it is explained with */
};

struct initials {
    char letters[ACRONYM_MOST];
    size_t size;
    size_t name;
};

/* Whose institution names[name] is, and what it is: "mali", "army". */
struct owned {
    struct str owner;
    struct str rest;
    size_t name;
};

struct fold {
    const struct str *names; /* in byte order, each once */
    size_t count;
    size_t *parent;
    struct meaning *meanings;
    size_t meaning_count;
};

static bool is_acronym(struct str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (!ascii_is_letter(word.data[i])) {
            return false;
        }
        capitals += ascii_is_upper(word.data[i]);
    }
    return capitals >= 2 && 2 * capitals > word.size && word.size <= ACRONYM_MOST;
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static size_t index_of(const struct fold *fold, struct str name)
{
    const struct str *found = fold->count == 0 || name.size == 0
                                  ? NULL
                                  : bsearch(&name, fold->names, fold->count, sizeof name, compare_names);
    return found == NULL ? SIZE_MAX : (size_t)(found - fold->names);
}

static size_t root(size_t *parent, size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

static bool has_capital(struct str name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (ascii_is_upper(name.data[i])) {
            return true;
        }
    }
    return false;
}

/* The source `own` says that `acronym` stands for `words`: for itself then, and for the names that these
 * words end with. */
static void explain(struct fold *fold, size_t own, struct str acronym, struct str words)
{
    size_t one = is_acronym(fold->names[own]) ? SIZE_MAX : own;
    for (size_t at = 0, space; at < words.size; at = space == SIZE_MAX ? words.size : space + 1) {
        struct str name = str_slice(words, at, words.size);
        space = str_find(words, STR(" "), at);
        size_t found = has_capital(name) && !is_acronym(name) ? index_of(fold, name) : SIZE_MAX;
        if (found != SIZE_MAX && one != SIZE_MAX) {
            fold->parent[root(fold->parent, found)] = root(fold->parent, one);
        }
        one = one == SIZE_MAX ? found : one;
    }
    if (one != SIZE_MAX) {
        fold->meanings[fold->meaning_count++] = (struct meaning){acronym, one};
    }
}

/* "the Tarrow Intelligence Service (TIS)", "TIS (Tarrow Intelligence Service)", "Tarrow's spy agency, the
 * TIS". */
static void read_source(struct fold *fold, size_t own, struct str text)
{
    size_t open = str_find(text, STR("("), 0);
    size_t close = open == SIZE_MAX ? SIZE_MAX : str_find(text, STR(")"), open);
    size_t comma = str_find(text, STR(","), 0);
    struct str before;
    struct str behind;
    if (close != SIZE_MAX) {
        before = str_slice(text, 0, open);
        behind = str_slice(text, open + 1, close);
    } else if (comma != SIZE_MAX) {
        size_t end = str_find(text, STR(","), comma + 1);
        before = str_slice(text, 0, comma);
        behind = str_slice(text, comma + 1, end == SIZE_MAX ? text.size : end);
    } else {
        return;
    }
    before = without_article(str_trim(before));
    behind = str_trim(behind);
    struct str bare = without_article(behind);
    bool named = close != SIZE_MAX || bare.size < behind.size; /* "Reuters, AP" is a list */
    if (is_acronym(bare) && named) {
        explain(fold, own, bare, before);
    } else if (is_acronym(before) && (close != SIZE_MAX || source_is_institution(bare))) {
        explain(fold, own, before, bare);
    }
}

static int compare_meanings(const void *a, const void *b)
{
    return str_compare(((const struct meaning *)a)->acronym, ((const struct meaning *)b)->acronym);
}

static int compare_initials(const void *a, const void *b)
{
    const struct initials *left = a;
    const struct initials *right = b;
    return str_compare((struct str){left->letters, left->size}, (struct str){right->letters, right->size});
}

/* Of the words from `at` on, in capitals; `all`: of the small ones too.  None when there are too many. */
static struct initials initials_of(struct str name, size_t index, size_t at, bool all)
{
    struct initials initials = {.name = index};
    bool begins = true;
    for (; at < name.size; at++) {
        char c = name.data[at];
        if (begins && ascii_is_letter(c) && (all || ascii_is_upper(c))) {
            if (initials.size == ACRONYM_MOST) {
                initials.size = 0;
                break;
            }
            initials.letters[initials.size++] = (char)(ascii_is_upper(c) ? c : c - 'a' + 'A');
        }
        begins = c == ' ' || c == '-';
    }
    return initials;
}

/* The initials of all institutions, with and without the small words and whose they are ("Tarrow's"), sorted.
 */
static struct initials *all_initials(struct arena *arena, const struct fold *fold, size_t *count)
{
    struct initials *all = arena_array(arena, INITIALS_WAYS * fold->count, sizeof *all);
    *count = 0;
    for (size_t i = 0; all != NULL && i < fold->count; i++) {
        struct str name = fold->names[i];
        size_t space = str_find(name, STR(" "), 0);
        size_t owner = space != SIZE_MAX && str_ends(str_slice(name, 0, space), STR("s")) ? space + 1 : 0;
        if (space == SIZE_MAX || !source_is_institution(name)) {
            continue;
        }
        for (int way = 0; way < INITIALS_WAYS; way++) {
            struct initials initials = initials_of(name, i, way < 2 ? 0 : owner, way % 2 == 1);
            if (initials.size >= INITIALS_LEAST) {
                all[(*count)++] = initials;
            }
        }
    }
    if (*count > 1) {
        qsort(all, *count, sizeof *all, compare_initials);
    }
    return all;
}

/* The first of `count` sorted items that is not below `key`. */
static size_t lower_bound(const void *items, size_t count, size_t size, const void *key,
                          int (*compare)(const void *, const void *))
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (compare((const char *)items + middle * size, key) < 0) {
            low = middle + 1;
        } else {
            count = middle;
        }
    }
    return low;
}

/* What the acronym names[i] stands for: SIZE_MAX for nothing, or for several. */
static size_t meaning_of(const struct fold *fold, size_t i, const struct initials *initials, size_t count)
{
    struct meaning meaning = {.acronym = fold->names[i]};
    struct initials letters = {.size = 0};
    size_t found = SIZE_MAX;
    size_t at = lower_bound(fold->meanings, fold->meaning_count, sizeof meaning, &meaning, compare_meanings);
    for (; at < fold->meaning_count && str_equal(fold->meanings[at].acronym, meaning.acronym); at++) {
        size_t other = root(fold->parent, fold->meanings[at].name);
        if (found != SIZE_MAX && found != other) {
            return SIZE_MAX;
        }
        found = other;
    }
    for (size_t k = 0; k < meaning.acronym.size; k++) {
        char c = meaning.acronym.data[k];
        letters.letters[letters.size++] = (char)(ascii_is_upper(c) ? c : c - 'a' + 'A');
    }
    at = found != SIZE_MAX ? count : lower_bound(initials, count, sizeof letters, &letters, compare_initials);
    for (; at < count && compare_initials(&initials[at], &letters) == 0; at++) {
        size_t other = root(fold->parent, initials[at].name);
        if (found != SIZE_MAX && found != other) {
            return SIZE_MAX;
        }
        found = other;
    }
    return found;
}

static int compare_owned(const void *a, const void *b)
{
    const struct owned *left = a;
    const struct owned *right = b;
    int order = str_compare(left->rest, right->rest);
    return order != 0 ? order : str_compare(left->owner, right->owner);
}

/* Parts "Mali's army", "Malian army" and "Norland army" behind the first name; *is: it is an institution of
 * that form.  ERR_NO_MEMORY. */
static enum status read_owned(struct arena *arena, struct str name, struct owned *owned, bool *is)
{
    struct str owner;
    struct place_match people = {0};
    struct place_match place = {0};
    size_t end = str_find(name, STR(" "), 0);
    place_match_either(name, 0, name.size, &people, &place);
    if (people.end > 0) {
        end = people.end;
        owner = place_candidate(&people, 0).name;
    } else if (place.end > 0 && place_is_country(&place)) {
        end = place.end;
        owner = place_candidate(&place, 0).name;
    } else {
        owner = end == SIZE_MAX ? name : str_slice(name, 0, end);
    }
    struct str rest = end == SIZE_MAX ? STR("") : str_slice(name, end, name.size);
    size_t space = str_find(rest, STR(" "), 0); /* behind "'s" */
    rest = space == SIZE_MAX ? STR("") : str_slice(rest, space + 1, rest.size);
    *is = rest.size > 0 && source_is_institution(rest);
    owned->owner = *is ? spelling_key(arena, owner) : owner;
    owned->rest = *is ? spelling_key(arena, rest) : rest;
    if (*is && str_ends(owned->owner, STR("'s"))) {
        owned->owner.size -= 2;
    }
    return owned->owner.data == NULL || owned->rest.data == NULL ? ERR_NO_MEMORY : OK;
}

/* Joins the names of one institution of one owner. */
static enum status join_owned(struct arena *arena, struct fold *fold)
{
    struct owned *all = arena_array(arena, fold->count, sizeof *all);
    size_t count = 0;
    if (all == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < fold->count; i++) {
        bool is;
        all[count].name = i;
        if (read_owned(arena, fold->names[i], &all[count], &is) != OK) {
            return ERR_NO_MEMORY;
        }
        count += is;
    }
    if (count > 1) {
        qsort(all, count, sizeof *all, compare_owned);
    }
    for (size_t i = 1; i < count; i++) {
        if (compare_owned(&all[i - 1], &all[i]) == 0) {
            fold->parent[root(fold->parent, all[i].name)] = root(fold->parent, all[i - 1].name);
        }
    }
    return OK;
}

static void leave_fullest(struct fold *fold, struct str *names, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) { /* the root of each gets its fullest name */
        size_t one = root(fold->parent, i);
        if (name_is_fuller(names[i], names[one])) {
            fold->parent[one] = fold->parent[i] = i;
        }
    }
    for (size_t i = 0; i < *count; i++) {
        if (fold->parent[i] == i) {
            names[kept++] = names[i];
        }
    }
    *count = kept;
}

enum status institutions_fold(struct arena *arena, const struct claim *claims, size_t claim_count,
                              struct str *names, size_t *count)
{
    struct fold fold = {.names = names, .count = *count};
    size_t initials_count = 0;
    fold.parent = arena_array(arena, *count, sizeof *fold.parent);
    fold.meanings = arena_array(arena, claim_count, sizeof *fold.meanings);
    if (fold.parent == NULL || fold.meanings == NULL) {
        return ERR_NO_MEMORY;
    }
    if (spellings_join(arena, names, *count, fold.parent) != OK) {
        return ERR_NO_MEMORY;
    }
    if (*count > 1 && join_owned(arena, &fold) != OK) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; *count > 1 && i < claim_count; i++) {
        const struct report *report = &claims[i].report;
        struct str text = report->source.text;
        bool may_explain = str_find(text, STR("("), 0) != SIZE_MAX || str_find(text, STR(","), 0) != SIZE_MAX;
        size_t own = may_explain ? index_of(&fold, report->source_name) : SIZE_MAX;
        if (own != SIZE_MAX) {
            read_source(&fold, own, text);
        }
    }
    if (fold.meaning_count > 1) {
        qsort(fold.meanings, fold.meaning_count, sizeof *fold.meanings, compare_meanings);
    }
    const struct initials *initials = all_initials(arena, &fold, &initials_count);
    if (initials == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; *count > 1 && i < *count; i++) {
        size_t other = is_acronym(names[i]) ? meaning_of(&fold, i, initials, initials_count) : SIZE_MAX;
        if (other != SIZE_MAX) {
            fold.parent[root(fold.parent, i)] = other;
        }
    }
    leave_fullest(&fold, names, count);
    return OK;
}
