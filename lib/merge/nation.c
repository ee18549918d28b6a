/* Countries that no table knows: "Velia" and "Velian soldiers" are of one people.  The endings are English
 * ones.  And who speaks for a people. */
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

/* The name without the endings by which countries and their people are told, as often as there is one: equal
 * for all names that are of one people. */
static struct str without_endings(struct str name)
{
    static const char *const endings[] = {"ese", "ian", "ish", "an", "er", "ia", "a", "i"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings;) {
        struct str ending = str_from(endings[i++]);
        if (name.size >= ending.size + STEM_LEAST && str_ends(name, ending)) {
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

bool are_one_people(struct str a, struct str b)
{
    static const char *const endings[] = {"ian", "i", "an", "ese", "ish", "er"};
    struct str land = a.size < b.size ? a : b;
    struct str people = a.size < b.size ? b : a;
    if (str_equal_nocase(a, b)) {
        return true;
    }
    struct str ending = str_slice(people, land.size, people.size);
    if (land.size < NAME_LEAST || !is_named(land) || !str_starts(people, land)) {
        return false;
    }
    bool told = str_ends(land, STR("a")) && str_equal(ending, STR("n"));
    for (size_t i = 0; i < sizeof endings / sizeof *endings && !told; i++) {
        told = !str_ends(land, STR("a")) && str_equal(ending, str_from(endings[i]));
    }
    return told && !is_listed(land) && !is_listed(people) &&
           str_equal(without_endings(land), without_endings(people));
}

bool speaks_for(struct str source, struct str people)
{
    struct str adjective;
    struct str plural;
    struct str speaker = without_article(source);
    if (!place_people(people, &adjective, &plural)) {
        return str_starts(speaker, without_endings(people));
    }
    return str_starts(speaker, people) || str_starts(speaker, adjective);
}
