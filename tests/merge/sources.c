/* Under which names the sources of an event are listed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/merge/claims.h"

#define KILLED SUBTYPE_KILLED
#define MOST 5

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)16 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* What a source is called, and the words it is told in when these are others. */
struct speaker {
    const char *name, *text;
};

/* Whichever comes first. */
static void expect_in_any_turn(struct claim *claims, size_t count, const char *expected)
{
    for (size_t turn = 0; turn < count; turn++) {
        struct event event;
        char sources[200] = "";
        struct claim first = claims[0];
        assert_int_equal(merge_summarise(&arena, claims, count, &event), OK);
        for (size_t k = 0; k < event.source_count; k++) {
            size_t size = strlen(sources);
            snprintf(sources + size, sizeof sources - size, "%s%.*s", k > 0 ? "|" : "",
                     STR_ARG(event.sources[k]));
        }
        assert_string_equal(sources, expected);
        memmove(claims, claims + 1, (count - 1) * sizeof *claims);
        claims[count - 1] = first;
    }
}

static void expect_sources(const struct speaker speakers[MOST], const char *expected)
{
    struct claim claims[MOST];
    size_t count = 0;
    for (; count < MOST && speakers[count].name != NULL; count++) {
        claims[count] =
            make_claim((struct line){"Bergia", KILLED, 9, 9, "", "", speakers[count].name, "2031-03-06", "a"},
                       (int64_t)count + 1);
        if (speakers[count].text != NULL) {
            claims[count].report.source.text = str_from(speakers[count].text);
        }
    }
    expect_in_any_turn(claims, count, expected);
}

static void lists_each_person_once(void **state)
{
    (void)state;
    static const struct {
        struct speaker speakers[MOST];
        const char *sources;
    } cases[] = {
        {{{"Governor Ivo Tarnik"}, {"regional governor Ivo Tarnik"}}, "regional governor Ivo Tarnik"},
        {{{"Zelenko"}, {"Zelenkow"}}, "Zelenkow"},
        {{{"Pat Rydell"}, {"Arland spokesman Major General Pat Rydell"}},
         "Arland spokesman Major General Pat Rydell"},
        {{{"Arland press secretary Gen. Patrick Rydell"},
          {"Arland spokesman Pat Rydell"},
          {"Pat Rydell"},
          {"General Pat Rydell"}},
         "Arland press secretary Gen. Patrick Rydell"},
        {{{"Rydell"}, {"Pat Rydell"}}, "Pat Rydell"},
        {{{"Rydell"}, {"Pat Rydell"}, {"Ann Rydell"}}, "Ann Rydell|Pat Rydell|Rydell"},
        {{{"Lee Sang-min"}, {"lawmaker Lee Sang-min"}, {"Kim Sang-min"}},
         "Kim Sang-min|lawmaker Lee Sang-min"},
        /* who only has a word in common */
        {{{"General Staff"}, {"Arland General Staff"}, {"Bergia General Staff"}},
         "Arland General Staff|Bergia General Staff|General Staff"},
        {{{"Defence Minister"}, {"Arland Defence Minister"}}, "Arland Defence Minister|Defence Minister"},
        {{{"Arland"}, {"President of Arland"}, {"Arland army"}}, "Arland|Arland army|President of Arland"},
        {{{"Kenya"}, {"Greater Kenya"}}, "Greater Kenya|Kenya"},
        {{{"governor"}, {"regional governor"}}, "governor|regional governor"},
        {{{"Petrov"}, {"Petrovsky"}}, "Petrov|Petrovsky"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_sources(cases[i].speakers, cases[i].sources);
    }
}

static void lists_each_institution_once(void **state)
{
    (void)state;
    static const struct {
        struct speaker speakers[MOST];
        const char *sources;
    } cases[] = {
        /* the text explains it */
        {{{"Tarrow spies", "Tarrow spies (TGB)"}, {"TGB"}}, "Tarrow spies"},
        {{{"TGB", "the TGB (Tarrow spies)"}, {"Tarrow spies"}}, "Tarrow spies"},
        {{{"Arland GB", "Arland's Main Office of Spies (AGB)"}, {"Main Office of Spies"}},
         "Main Office of Spies"},
        {{{"Tarrow's spy agency", "Tarrow's spy agency, the TGB"}, {"TGB"}}, "Tarrow's spy agency"},
        {{{"TGB", "TGB, Tarrow's spy agency"}, {"Tarrow's spy agency"}}, "Tarrow's spy agency"},
        {{{"Tarrow spies", "Tarrow spies (TGB)"}, {"Bergia guards", "Bergia guards (TGB)"}, {"TGB"}},
         "Bergia guards|TGB|Tarrow spies"},
        {{{"Morning Mail", "Morning Mail, APN"}, {"APN"}}, "APN|Morning Mail"}, /* a list */
        /* whose it is */
        {{{"Arland's army"}, {"Arland army"}}, "Arland's army"},
        {{{"Mali's military"}, {"Malian military"}, {"Mali military"}}, "Mali's military"},
        {{{"South Korea's defence ministry"}, {"South Korean defence ministry"}},
         "South Korea's defence ministry"},
        {{{"Mali's army"}, {"Chad's army"}, {"army"}}, "Chad's army|Mali's army|army"},
        {{{"Mali's army"}, {"Malian government"}}, "Mali's army|Malian government"},
        /* the initials */
        {{{"Tarrow Intelligence Service"}, {"TIS"}}, "Tarrow Intelligence Service"},
        {{{"Tarrow's National Intelligence Service"}, {"NIS"}}, "Tarrow's National Intelligence Service"},
        {{{"Ministry of Defence"}, {"MoD"}}, "Ministry of Defence"},
        {{{"Tarrow Intelligence Service"}, {"Torland Interior Staff"}, {"TIS"}},
         "TIS|Tarrow Intelligence Service|Torland Interior Staff"},
        {{{"Tarrow Intelligence Service"},
          {"Torland Interior Staff", "Torland Interior Staff (TIS)"},
          {"TIS"}},
         "Tarrow Intelligence Service|Torland Interior Staff"},
        {{{"Defence Ministry"}, {"DM"}}, "DM|Defence Ministry"}, /* two letters are too few */
        {{{"Tom Ivo Sand"}, {"TIS"}}, "TIS|Tom Ivo Sand"},       /* a person */
        {{{"Tarrow Intelligence Service"}, {"Tarrow army"}, {"TGB"}},
         "TGB|Tarrow Intelligence Service|Tarrow army"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_sources(cases[i].speakers, cases[i].sources);
    }
}

/* "NORLAND'S ARMY" of a headline and "Norland's army" is one that speaks, shown as it is written elsewhere.
 */
static void lists_each_spelling_once(void **state)
{
    (void)state;
    static const struct {
        struct speaker speakers[MOST];
        const char *sources;
    } cases[] = {
        {{{"NORLAND'S ARMY"}, {"Norland's army"}}, "Norland's army"},
        {{{"NORLAND'S ARMY"}, {"Norland army"}}, "Norland army"},
        {{{"NORLAND\u2019S ARMY"}, {"Norland's army"}, {"Norland army"}}, "Norland's army"},
        {{{"MALI\u2019S ARMY"}, {"MALIAN ARMY"}, {"Malian army"}}, "Malian army"},
        {{{"DEFENCE MINISTRY"}, {"Defence Ministry"}, {"defence ministry"}}, "Defence Ministry"},
        {{{"governor"}, {"the governor"}, {"The Governor"}}, "The Governor"},
        {{{"GEN. VARGA"}, {"Gen. Varga"}}, "Gen. Varga"},
        {{{"GEN. IVO VARGA"}, {"Ivo Varga"}}, "Ivo Varga"},
        {{{"VARGA"}, {"Gen Varga"}, {"Gen. Varga"}}, "Gen. Varga"},
        {{{"VARGA"}, {"Varga"}}, "Varga"},
        {{{"U.N."}, {"UN"}}, "U.N."},
        {{{"\u00d6ZG\u00dcR \u00c7AKIR"},
          {"\u00d6zg\u00fcr \u00c7ak\u0131r"},
          {"\u00d6zg\u00fcr \u00c7akir"}},
         "\u00d6zg\u00fcr \u00c7akir|\u00d6zg\u00fcr \u00c7ak\u0131r"}, /* a dotless i is another letter */
        {{{"TARROW INTELLIGENCE SERVICE"}, {"Tarrow Intelligence Service"}, {"TIS"}, {"T.I.S."}},
         "Tarrow Intelligence Service"},
        {{{"TARROW INTELLIGENCE SERVICE"}, {"TIS"}}, "TARROW INTELLIGENCE SERVICE"},
        /* others */
        {{{"NORLAND'S ARMY"}, {"Velmar's army"}}, "NORLAND'S ARMY|Velmar's army"},
        {{{"NORLAND'S ARMY"}, {"army"}}, "NORLAND'S ARMY|army"},
        {{{"Theron"}, {"Ron"}}, "Ron|Theron"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_sources(cases[i].speakers, cases[i].sources);
    }
}

/* What a paper asserts in its own voice. */
struct published {
    const char *publisher, *day, *article;
    uint64_t voice;
    const char *speaker; /* whom it cites instead */
};

#define STORY UINT64_C(0x0123456789ABCDEF)
#define COPY UINT64_C(0x0123456789ABCD00)         /* 7 bits from it */
#define COPY_OF_COPY UINT64_C(0x0123456789AB0000) /* 7 from that, 14 from the story */
#define OTHER UINT64_C(0xFEDCBA9876543210)

/* Of one text the paper is named that had it first, in whatever order the claims come. */
static void lists_the_first_of_the_mastheads_over_one_text(void **state)
{
    (void)state;
    static const struct {
        struct published papers[MOST];
        const char *sources;
    } cases[] = {
        {{{"Northern Wire", "2031-03-06", "w", STORY},
          {"Daily Holm", "2031-03-07", "d", COPY},
          {"Evening Lund", "2031-03-08", "e", COPY_OF_COPY}},
         "Northern Wire"},
        {{{"Daily Holm", "2031-03-06", "b", COPY}, {"Northern Wire", "2031-03-06", "a", STORY}},
         "Northern Wire"},
        {{{"Northern Wire", "2031-03-06", "a", STORY}, {"Weekly", "2031-03-09", "b", OTHER}},
         "Northern Wire|Weekly"},
        /* who has a text of its own besides */
        {{{"Northern Wire", "2031-03-06", "w", STORY},
          {"Daily Holm", "2031-03-07", "d", COPY},
          {"Daily Holm", "2031-03-09", "e", OTHER}},
         "Daily Holm|Northern Wire"},
        /* the first one has no name, or cites who said it */
        {{{"", "2031-03-05", "a", STORY}, {"Daily Holm", "2031-03-07", "d", COPY}}, "Daily Holm"},
        {{{"Northern Wire", "2031-03-05", "a", STORY, "Ivo Varga"}, {"Daily Holm", "2031-03-07", "d", COPY}},
         "Daily Holm|Ivo Varga"},
        {{{"Northern Wire", "2031-03-05", "a", 0}, {"Daily Holm", "2031-03-07", "d", 0}},
         "Daily Holm|Northern Wire"}, /* too short for a voice */
        {{{"DAILY HOLM", "2031-03-06", "a", STORY}, {"The Daily Holm", "2031-03-07", "d", OTHER}},
         "The Daily Holm"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct claim claims[MOST];
        size_t count = 0;
        for (; count < MOST && cases[i].papers[count].day != NULL; count++) {
            const struct published *paper = &cases[i].papers[count];
            const char *speaker = paper->speaker == NULL ? "" : paper->speaker;
            claims[count] =
                make_claim((struct line){"Bergia", KILLED, 9, 9, "", "", speaker, paper->day, paper->article},
                           (int64_t)count + 1);
            claims[count].publisher = str_from(paper->publisher);
            claims[count].voice = paper->voice;
            if (paper->speaker == NULL) {
                claims[count].report.source_name = claims[count].publisher;
            }
        }
        expect_in_any_turn(claims, count, cases[i].sources);
    }
}

/* A paper whose name ends in another's is not that one. */
static void lists_publishers_as_they_are(void **state)
{
    (void)state;
    struct claim claims[] = {
        make_claim((struct line){"Bergia", KILLED, 9, 9, "", "", "Ivo Kurier", "2031-03-06", "a"}, 1),
        make_claim((struct line){"Bergia", KILLED, 9, 9, "", "", "", "2031-03-06", "b"}, 2),
        make_claim((struct line){"Bergia", KILLED, 9, 9, "", "", "", "2031-03-06", "c"}, 3),
    };
    struct event event;
    claims[1].report.source_name = STR("Kurier");
    claims[2].report.source_name = STR("Ivo Kurier");
    assert_int_equal(merge_summarise(&arena, claims, 3, &event), OK);
    assert_int_equal(event.source_count, 2);
    assert_true(str_equal(event.sources[0], STR("Ivo Kurier")));
    assert_true(str_equal(event.sources[1], STR("Kurier")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_each_person_once),
        cmocka_unit_test(lists_each_institution_once),
        cmocka_unit_test(lists_each_spelling_once),
        cmocka_unit_test(lists_the_first_of_the_mastheads_over_one_text),
        cmocka_unit_test(lists_publishers_as_they_are),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
