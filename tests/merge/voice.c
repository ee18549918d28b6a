/* Copies of one text under several mastheads are one voice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "merge/summary.h"
#include "tests/merge/claims.h"

#define STORY                                                                                                \
    "The defence ministry of Arland said on Tuesday that its forces had repelled an assault on three "       \
    "villages in "                                                                                           \
    "the Lower Ost region, killing at least thirty soldiers of Bergia and capturing four others. A "         \
    "spokesman for "                                                                                         \
    "the regional governor, who asked not to be named, said that the fighting had begun shortly before "     \
    "dawn when "                                                                                             \
    "two columns crossed the river under cover of fog. Residents of Varnau described heavy shelling that "   \
    "lasted "                                                                                                \
    "for most of the morning. The figures could not be verified independently. Bergia has not commented on " \
    "the "                                                                                                   \
    "reports, which come a week after the two governments had agreed to resume talks in Port Sol about a "   \
    "truce."

#define OTHER                                                                                                \
    "Voters in the northern provinces of Cerland go to the polls on Sunday in an election that has been "    \
    "delayed "                                                                                               \
    "twice. Observers from eleven countries arrived over the weekend and will visit more than two hundred "  \
    "polling "                                                                                               \
    "stations, the commission said. Prices of bread and fuel have dominated the campaign, in which the "     \
    "governing "                                                                                             \
    "party hopes to defend its narrow majority against a new alliance of farmers and teachers from the "     \
    "coast. "                                                                                                \
    "Results are expected late on Monday, officials said, although recounts could take until the end of "    \
    "the month."

static void tells_copies_from_other_texts(void **state)
{
    (void)state;
    uint64_t story = merge_voice(STR(STORY));
    assert_true(merge_same_voice(story, merge_voice(STR(STORY))));
    assert_true(merge_same_voice(story, merge_voice(STR("HOLLIN (Wire) - " STORY))));
    assert_true(merge_same_voice(story, merge_voice(STR(STORY "\n\nCopyright The Daily Hollin."))));
    assert_false(merge_same_voice(story, merge_voice(STR(OTHER))));
    assert_false(merge_same_voice(merge_voice(STR(OTHER)), merge_voice(STR(OTHER STORY))));
}

#define SENTENCE                                                                                             \
    "The defence ministry of Arland said on Tuesday that its forces had repelled an assault on three "       \
    "villages in the Lower Ost region, killing at least thirty soldiers of Bergia and capturing four "       \
    "others."

/* The copy under another masthead without its last paragraphs, edited besides: told by the sentence of its
 * claim. */
static void tells_cut_copies_by_their_claim(void **state)
{
    (void)state;
    static const char cut[] = "THE DAILY HOLLIN | World\n\nThe defence ministry of Arland said on Tuesday "
                              "that its forces had repelled an "
                              "assault on three villages in the Lower Ost region, killing at least thirty "
                              "soldiers of Bergia and capturing "
                              "four others. A spokesman for the governor, who asked not to be named, said "
                              "that the fighting had begun "
                              "before dawn when two columns crossed the river under cover of fog. Residents "
                              "of Varnau described heavy "
                              "shelling that lasted for most of the morning.";
    /* Another reporter on the same assault, who begins with the same words. */
    static const char own[] = "The defence ministry of Arland said on Tuesday that its forces had repelled "
                              "an assault near Varnau. Our "
                              "correspondent counted eleven burnt trucks on the road to the ford, and nurses "
                              "in the district clinic spoke "
                              "of more wounded than beds. \"They came out of the fog like ghosts,\" said a "
                              "farmer whose barn was hit. The "
                              "ministry put the losses of Bergia at thirty dead. In the market square, where "
                              "the bakery opened at noon as "
                              "on any other day, few believed that the talks in Port Sol would bring the "
                              "truce that both capitals had "
                              "promised a week before.";
    static const struct {
        const char *text, *sentence;
        size_t voices; /* with the whole story */
    } cases[] = {
        {cut, SENTENCE, 1},
        {cut, "At least thirty soldiers were killed, the ministry said.", 2},
        {cut, SENTENCE " The fighting went on.", 1},
        {own, SENTENCE, 2},
        {OTHER, SENTENCE, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct claim claims[2] = {{.voice = merge_voice(STR(STORY))},
                                  {.voice = merge_voice(str_from(cases[i].text))}};
        size_t voices;
        uint32_t voice_of[2];
        claims[0].report.evidence.text = STR(SENTENCE);
        claims[1].report.evidence.text = str_from(cases[i].sentence);
        arena_init(&arena, 1 << 20);
        assert_int_equal(voices_find(&arena, claims, 2, voice_of, &voices), OK);
        if (voices != cases[i].voices) {
            fail_msg("case %zu: %zu voices", i, voices);
        }
        arena_release(&arena);
    }
}

static void ignores_case_spacing_and_punctuation(void **state)
{
    (void)state;
    assert_int_equal(merge_voice(STR("The toll rose \u201Cagain\u201D on Monday,  he said.")),
                     merge_voice(STR("the toll rose 'again' on Monday \xE2\x80\x94 he said")));
}

static void short_texts_have_no_voice(void **state)
{
    (void)state;
    assert_false(merge_same_voice(merge_voice(STR("")), merge_voice(STR(""))));
    assert_false(merge_same_voice(merge_voice(STR("two words")), merge_voice(STR("two words"))));
    (void)merge_voice(STR("broken \xE2"));
    (void)merge_voice(STR("\xC2"));
}

static void copies_point_at_the_earliest(void **state)
{
    (void)state;
    const struct line lines[] = {
        {"Bergia", SUBTYPE_KILLED, 30, 30, "", "", "s", "2031-03-07", "late", "Thirty died at dawn"},
        {"Bergia", SUBTYPE_KILLED, 30, 30, "", "", "s", "2031-03-05", "early", "Thirty died at dawn"},
        {"Bergia", SUBTYPE_KILLED, 30, 30, "", "", "s", "2031-03-06", "between", "Thirty died at dawn"},
        {"Bergia", SUBTYPE_KILLED, 30, 30, "", "", "s", "2031-03-04", "own words",
         "About thirty were killed"},
    };
    struct claim claims[4];
    uint32_t copy_of[4];
    for (size_t i = 0; i < 4; i++) {
        claims[i] = make_claim(lines[i], (int64_t)i + 1);
        claims[i].voice = i == 3 ? 0x0F0F0F0F0F0F0F0FU : 0xFFFF0000FFFF0000U;
    }
    merge_copies(claims, 4, copy_of);
    assert_int_equal(copy_of[0], 1);
    assert_int_equal(copy_of[1], 1);
    assert_int_equal(copy_of[2], 1);
    assert_int_equal(copy_of[3], 3);
}

static uint32_t root(const uint32_t *parent, uint32_t i)
{
    while (parent[i] != i) {
        i = parent[i];
    }
    return i;
}

/* Texts and copies of them that differ in up to 12 bits, counted as by comparing all of them. */
static void counts_what_comparing_all_would(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 40; round++) {
        struct claim claims[200] = {{0}};
        uint64_t voices[200];
        uint32_t parent[200];
        uint32_t voice_of[200];
        size_t expected = 0;
        size_t different = 0;
        struct arena arena;
        size_t count = 1 + random_next(&seed) % 200;
        for (uint32_t i = 0; i < count; i++) {
            uint64_t random =
                (uint64_t)random_next(&seed) << 40 ^ (uint64_t)random_next(&seed) << 20 ^ random_next(&seed);
            voices[i] = i > 0 && random_next(&seed) % 2 == 0 ? voices[random_next(&seed) % i] : random;
            for (uint32_t flips = random_next(&seed) % 13; voices[i] != random && flips > 0; flips--) {
                voices[i] ^= (uint64_t)1 << random_next(&seed) % 64;
            }
            claims[i].voice = voices[i];
            parent[i] = i;
            for (uint32_t k = 0; k < i; k++) {
                if (merge_same_voice(voices[i], voices[k])) {
                    parent[root(parent, i)] = root(parent, k);
                }
            }
        }
        for (uint32_t i = 0; i < count; i++) {
            expected += parent[i] == i;
        }
        arena_init(&arena, 1 << 20);
        assert_int_equal(voices_find(&arena, claims, count, voice_of, &different), OK);
        assert_int_equal(different, expected);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_copies_from_other_texts),
        cmocka_unit_test(tells_cut_copies_by_their_claim),
        cmocka_unit_test(ignores_case_spacing_and_punctuation),
        cmocka_unit_test(short_texts_have_no_voice),
        cmocka_unit_test(counts_what_comparing_all_would),
        cmocka_unit_test(copies_point_at_the_earliest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
