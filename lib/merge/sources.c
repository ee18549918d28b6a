/* One person under several names: "Governor Ivo Tarn", "regional governor Ivo Tarn" and "Tarn" are one
 * source.
 *
 * A name is compared by its capitalised words, of which the last is the surname.  The word of an institution
 * or an office is none: there may be two general staffs and two defence ministers in a war.  When a surname
 * fits two persons, it stays apart. */
#include <stdlib.h>

#include "merge/summary.h"
#include "merge/traits.h"
#include "merge/words.h"
#include "place/place.h"

#define MOST_WORDS 12
#define MOST_ALIKE 128 /* more surnames that begin alike are not compared, because it takes too long */

struct person {
    struct str name;
    struct str words[MOST_WORDS]; /* the capitalised ones, without full stops */
    size_t count;
    uint32_t key; /* of how the surname begins */
};

static const char *const no_surnames[] = {
    "administration", "agency",       "army",      "army's",       "association",  "authority",
    "battalion",      "brigade",      "bureau",    "chief",        "command",      "commander",
    "committee",      "corps",        "council",   "department",   "directorate",  "embassy",
    "federation",     "force",        "forces",    "front",        "general",      "government",
    "governor",       "group",        "guard",     "guards",       "headquarters", "hospital",
    "house",          "intelligence", "kremlin",   "lawmaker",     "mayor",        "military",
    "minister",       "ministry",     "mission",   "movement",     "nations",      "news",
    "office",         "official",     "officials", "organisation", "organization", "parliament",
    "party",          "pentagon",     "police",    "post",         "president",    "press",
    "regiment",       "secretariat",  "secretary", "service",      "services",     "spokesman",
    "spokesperson",   "spokeswoman",  "staff",     "times",        "union",        "university",
};

/* After these words another name follows than that of who speaks: "the mayor of Tarn". */
static const char *const links[] = {"and",  "at", "by", "for", "from", "in",
                                    "near", "of", "on", "or",  "to",   "with"};

bool source_is_institution(struct str name)
{
    for (size_t at = 0; at < name.size;) {
        size_t end = str_find(name, STR(" "), at);
        end = end == SIZE_MAX ? name.size : end;
        if (WORD_AMONG(str_slice(name, at, end), no_surnames)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

/* How many letters two words begin with alike, case ignored. */
static size_t shared_beginning(struct str a, struct str b)
{
    size_t size = 0;
    while (size < a.size && size < b.size && ascii_lower(a.data[size]) == ascii_lower(b.data[size])) {
        size++;
    }
    return size;
}

#define KEY_SIZE 4  /* letters that spellings of one surname share: "Zelenko", "Zelenkow" */
#define SPELLINGS 2 /* letters of its end that may differ */

static bool same_surname(struct str a, struct str b)
{
    size_t shared = shared_beginning(a, b);
    return (shared == a.size && shared == b.size) ||
           (shared >= KEY_SIZE && a.size - shared <= SPELLINGS && b.size - shared <= SPELLINGS);
}

/* "Pat" and "Patrick", "Gen." and "General". */
static bool same_word(struct str a, struct str b)
{
    size_t shared = shared_beginning(a, b);
    return (shared == a.size || shared == b.size) && (shared >= 3 || a.size == b.size);
}

/* False when the name is none of a person, as far as it shows. */
static bool read_person(struct str name, struct person *person)
{
    struct place_match match;
    bool capital = false;
    struct str last = {NULL, 0};
    *person = (struct person){.name = name};
    for (size_t at = 0; at < name.size;) {
        size_t end = str_find(name, STR(" "), at);
        end = end == SIZE_MAX ? name.size : end;
        struct str word = str_slice(name, at, end);
        while (word.size > 0 && (word.data[word.size - 1] == '.' || word.data[word.size - 1] == ',')) {
            word.size--;
        }
        if (word.size > 0) {
            size_t hyphen = str_find(word, STR("-"), 0); /* "al-Tarn" */
            size_t first = hyphen != SIZE_MAX && hyphen + 1 < word.size && hyphen <= 2 ? hyphen + 1 : 0;
            capital = ascii_is_upper(word.data[first]) || (unsigned char)word.data[first] >= 0x80;
            if (WORD_AMONG(word, links) || (capital && person->count == MOST_WORDS)) {
                return false;
            }
            last = word;
        }
        if (word.size > 0 && capital) {
            person->words[person->count++] = word;
        }
        at = end + 1;
    }
    for (size_t i = 0; i < KEY_SIZE; i++) {
        person->key = person->key << 8 | (i < last.size ? (unsigned char)ascii_lower(last.data[i]) : 0U);
    }
    return capital && person->count > 0 && !WORD_AMONG(last, no_surnames) && !place_find(name, &match);
}

struct str person_surname(struct str words)
{
    struct person person;
    struct place_match match;
    size_t comma = str_find(words, STR(","), 0);
    struct str name = str_trim(str_slice(words, 0, comma == SIZE_MAX ? words.size : comma));
    size_t begin = name.size;
    while (begin > 0 && name.data[begin - 1] != ' ') {
        begin--;
    }
    struct str last = str_slice(name, begin, name.size);
    bool among = place_match_demonym(last, 0, last.size, &match);
    return read_person(name, &person) && !among ? last : (struct str){NULL, 0};
}

/* The words of `a` are among those of `b`, in their order; *tail: they are its last ones. */
static bool fits(const struct person *a, const struct person *b, bool *tail)
{
    *tail = true;
    if (a->count > b->count || !same_surname(a->words[a->count - 1], b->words[b->count - 1])) {
        return false;
    }
    size_t k = b->count - 1;
    for (size_t i = a->count - 1; i > 0; i--) {
        do {
            if (k == 0) {
                return false;
            }
            k--;
        } while (!same_word(a->words[i - 1], b->words[k]));
        *tail = *tail && b->count - k == a->count - i + 1;
    }
    return true;
}

/* In runs of names whose surnames begin alike, the fullest first. */
static int compare_persons(const void *a, const void *b)
{
    const struct person *left = a;
    const struct person *right = b;
    if (left->key != right->key) {
        return left->key < right->key ? -1 : 1;
    }
    if (left->count != right->count) {
        return left->count > right->count ? -1 : 1;
    }
    return str_compare(left->name, right->name);
}

static size_t root(const size_t *parent, size_t i)
{
    while (parent[i] != i) {
        i = parent[i];
    }
    return i;
}

/* Joins the names of one person in begin..end-1, a run: parent[i] leads to the same root. */
static void join_run(const struct person *persons, size_t begin, size_t end, size_t *parent)
{
    bool tail;
    /* A given name with its surname is one person's, whatever is put before it; so are two spellings. */
    for (size_t i = begin; i < end; i++) {
        for (size_t k = begin; k < end; k++) {
            if (k != i && fits(&persons[i], &persons[k], &tail) && tail &&
                (persons[i].count > 1 || persons[k].count == 1)) {
                parent[root(parent, i)] = root(parent, k);
            }
        }
    }
    /* Any other one only when it cannot be two.  Fuller names were decided on before. */
    for (size_t i = begin; i < end; i++) {
        size_t into = SIZE_MAX;
        bool one = true;
        for (size_t k = begin; k < end; k++) {
            if (persons[k].count > persons[i].count && fits(&persons[i], &persons[k], &tail)) {
                size_t other = root(parent, k);
                one = one && (into == SIZE_MAX || into == other);
                into = other;
            }
        }
        if (one && into != SIZE_MAX) {
            parent[root(parent, i)] = into;
        }
    }
}

enum status sources_fold(struct arena *arena, struct str *names, size_t *count)
{
    struct person *persons = arena_array(arena, *count, sizeof *persons);
    size_t *parent = arena_array(arena, *count, sizeof *parent);
    size_t person_count = 0;
    size_t kept = 0;
    if (persons == NULL || parent == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < *count; i++) {
        if (read_person(names[i], &persons[person_count])) {
            parent[person_count] = person_count;
            person_count++;
        } else {
            names[kept++] = names[i];
        }
    }
    if (person_count > 1) {
        qsort(persons, person_count, sizeof *persons, compare_persons);
    }
    for (size_t begin = 0, end; begin < person_count; begin = end) {
        for (end = begin + 1; end < person_count && persons[end].key == persons[begin].key;) {
            end++;
        }
        if (end - begin <= MOST_ALIKE) {
            join_run(persons, begin, end, parent);
        }
    }
    for (size_t i = 0; i < person_count; i++) { /* the root gets the fullest name of all */
        size_t one = root(parent, i);
        if (name_is_fuller(persons[i].name, persons[one].name)) {
            persons[one].name = persons[i].name;
        }
    }
    for (size_t i = 0; i < person_count; i++) {
        if (parent[i] == i) {
            names[kept++] = persons[i].name;
        }
    }
    *count = kept;
    return OK;
}
