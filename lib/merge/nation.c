/* Countries that no table knows: "Velia" and "Velian soldiers" are of one people.  The endings are English
 * ones.  And who speaks for a people. */
#include <string.h>

#include "merge/compare.h"
#include "merge/summary.h"
#include "place/place.h"

#define STEM_LEAST 2 /* letters that are left of a name */
#define NAME_LEAST 4 /* shorter names are acronyms */

/* Whether the tables give it as a country's, so that it is written in one way only. */
static bool is_listed(struct str name)
{
    struct str adjective;
    struct str people;
    return place_people(name, &adjective, &people);
}

/* Ends so, whatever the capitals. */
static bool ends(struct str name, struct str ending)
{
    return name.size >= ending.size &&
           str_equal_nocase(str_slice(name, name.size - ending.size, name.size), ending);
}

/* The name without the endings by which countries and their people are told, as often as there is one: equal
 * for all names that are of one people, but for capitals. */
static struct str without_endings(struct str name)
{
    static const char *const endings[] = {"ese", "ian", "ish", "an", "er", "ia", "a", "i"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings;) {
        struct str ending = str_from(endings[i++]);
        if (name.size >= ending.size + STEM_LEAST && ends(name, ending)) {
            name.size -= ending.size;
            i = 0;
        }
    }
    return name;
}

struct str people_stem(struct str name)
{
    return is_listed(name) ? name : without_endings(name);
}

/* By which the people of a country are told behind its name; of "Velia" by a mere "n". */
static const char *const people_endings[] = {"ian", "i", "an", "ese", "ish", "er"};
#define PEOPLE_ENDINGS (sizeof people_endings / sizeof *people_endings)

bool are_one_people(struct str a, struct str b)
{
    struct str land = a.size < b.size ? a : b;
    struct str people = a.size < b.size ? b : a;
    if (str_equal_nocase(a, b)) {
        return true;
    }
    if (land.size < NAME_LEAST || !is_named(land) ||
        !str_equal_nocase(str_slice(people, 0, land.size), land)) {
        return false;
    }
    struct str ending = str_slice(people, land.size, people.size);
    bool open = ends(land, STR("a"));
    bool told = open && str_equal_nocase(ending, STR("n"));
    for (size_t i = 0; i < PEOPLE_ENDINGS && !told; i++) {
        told = !open && str_equal_nocase(ending, str_from(people_endings[i]));
    }
    return told && !is_listed(land) && !is_listed(people) &&
           str_equal_nocase(without_endings(land), without_endings(people));
}

size_t merge_people_names(struct arena *arena, struct str name, struct str *names)
{
    _Static_assert(2 * (PEOPLE_ENDINGS + 1) <= MERGE_NAMES_MOST, "two names for each ending");
    size_t count = 0;
    char *first = name.size > 0 ? arena_alloc(arena, name.size) : NULL;
    if (first == NULL) {
        return 0;
    }
    memcpy(first, name.data, name.size);
    first[0] = (char)(ascii_is_lower(first[0]) ? first[0] - 'a' + 'A' : first[0]);
    struct str own = {first, name.size};
    for (size_t i = 0; i <= PEOPLE_ENDINGS; i++) {
        struct str ending = i == 0 ? STR("n") : str_from(people_endings[i - 1]);
        struct str longer = arena_printf(arena, "%.*s%.*s", STR_ARG(own), STR_ARG(ending));
        struct str shorter = str_slice(own, 0, ends(own, ending) ? own.size - ending.size : 0);
        if (longer.data != NULL && are_one_people(own, longer)) {
            names[count++] = longer;
        }
        if (shorter.size > 0 && are_one_people(shorter, own)) {
            names[count++] = shorter;
        }
    }
    return count;
}

/* The first words of the speaker, as many as the name has, and without "'s". */
static struct str first_words(struct str speaker, struct str name)
{
    size_t end = str_find(speaker, STR(" "), 0);
    for (size_t at = str_find(name, STR(" "), 0); at != SIZE_MAX && end != SIZE_MAX;
         at = str_find(name, STR(" "), at + 1)) {
        end = str_find(speaker, STR(" "), end + 1);
    }
    struct str words = str_slice(speaker, 0, end == SIZE_MAX ? speaker.size : end);
    static const char *const genitives[] = {"'s", "\u2019s", "'", "\u2019"};
    for (size_t i = 0; i < sizeof genitives / sizeof *genitives; i++) {
        struct str genitive = str_from(genitives[i]);
        if (words.size > genitive.size && ends(words, genitive)) {
            return str_slice(words, 0, words.size - genitive.size);
        }
    }
    return words;
}

bool speaks_for(struct str source, struct str people)
{
    struct str adjective;
    struct str plural;
    struct str speaker = without_article(source);
    return are_one_people(first_words(speaker, people), people) ||
           (place_people(people, &adjective, &plural) &&
            str_equal_nocase(first_words(speaker, adjective), adjective));
}
