/* Pages as people copy them, and what each line of them is taken for.
 *
 * A page is written with a letter before each line: | body, # heading, c caption, b byline, x clutter, and a
 * space for a line that belongs to the one before (a hard-wrapped block).  Blank lines have no letter. */
#include "text/segment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/lang.h"
#include "tests/cmocka.h"

static char letter_of(enum segment_kind kind)
{
    switch (kind) {
    case SEGMENT_BODY:
        return '|';
    case SEGMENT_HEADING:
        return '#';
    case SEGMENT_CAPTION:
        return 'c';
    case SEGMENT_BYLINE:
        return 'b';
    case SEGMENT_CLUTTER:
        return 'x';
    }
    return '?';
}

/* The page without its letters; `letters` gets the letter of each line, '\n' for blank ones. */
static struct str strip(const char *page, char *text, char *letters, size_t *lines)
{
    size_t size = 0;
    *lines = 0;
    while (*page != '\0') {
        size_t length = strcspn(page, "\n");
        letters[*lines] = '\n';
        if (length > 0) {
            letters[*lines] = page[0];
        }
        ++*lines;
        if (length > 0) {
            memcpy(text + size, page + 1, length - 1);
            size += length - 1;
        }
        text[size++] = '\n';
        page += length + (page[length] == '\n' ? 1 : 0);
    }
    return (struct str){text, size};
}

static void assert_covers(struct str text, const struct segment *segments, size_t count)
{
    uint32_t at = 0;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(segments[i].begin, at);
        assert_true(segments[i].end > segments[i].begin);
        at = segments[i].end;
    }
    assert_int_equal(at, text.size);
}

static void check(const char *page)
{
    char text[8192];
    char letters[512];
    size_t lines = 0;
    struct arena arena;
    struct segment *segments = NULL;
    size_t count = 0;
    assert_true(strlen(page) < sizeof(text));
    struct str whole = strip(page, text, letters, &lines);
    arena_init(&arena, 1 << 20);
    assert_int_equal(text_segment(&arena, lang_find(STR("en")), whole, &segments, &count), OK);
    assert_covers(whole, segments, count);
    size_t at = 0;
    size_t segment = 0;
    bool wrong = false;
    for (size_t line = 0; line < lines; line++) {
        const char *newline = memchr(text + at, '\n', whole.size - at);
        while (segments[segment].end <= at) {
            segment++;
        }
        bool begins = segments[segment].begin == at || line == 0 || letters[line] == '\n' || segment == 0;
        char found = letter_of(segments[segment].kind);
        if (letters[line] == ' ') {
            wrong = wrong || segments[segment].begin == at || !segments[segment].hard_wrapped;
        } else if (letters[line] != '\n' && (found != letters[line] || !begins)) {
            print_error("wanted %c, got %c: %.*s\n", letters[line], found,
                        (int)(newline - text - (ptrdiff_t)at), text + at);
            wrong = true;
        }
        at = (size_t)(newline - text) + 1;
    }
    arena_release(&arena);
    assert_false(wrong);
}

static void test_plain_article(void **state)
{
    (void)state;
    check("|Nine dock workers died on Monday when shells hit the harbour of the town.\n"
          "\n"
          "|The governor spoke of an attack. \"It was no accident,\" he said.\n"
          "\n"
          "#A second attack\n"
          "\n"
          "|Another shell fell on a school that was empty.\n");
}

static void test_one_line_a_paragraph(void **state)
{
    (void)state;
    check("#Nine die in harbour attack\n"
          "|Nine dock workers died on Monday when shells hit the harbour of the town.\n"
          "|The governor spoke of an attack.\n"
          "#What Is Known About The Attack So Far?\n"
          "|Another shell fell on a school that was empty, according to the council.\n"
          "x+ There are no comments\n"
          "xAdd yours\n");
}

static void test_navigation_and_lists_around(void **state)
{
    (void)state;
    check("xSkip to main content\n"
          "xHome\n"
          "xWorld\n"
          "xSport\n"
          "xNorland Votes On Monday\n"
          "\n"
          "#Nine dock workers killed in harbour attack\n"
          "\n"
          "bBy Mira Holt and Jonas Lind\n"
          "bPublished: 6 May 2031 18:40\n"
          "xShare\n"
          "\n"
          "cFILE - The harbour in a picture of last year. It was closed on Monday.\n"
          "\n"
          "|Nine dock workers died on Monday when shells hit the harbour of the town.\n"
          "\n"
          "|The governor spoke of an attack and asked for help from the capital.\n"
          "\n"
          "bmira.holt@norlandpost.example\n"
          "\n"
          "xRelated Stories\n"
          "\n"
          "x  • Forty Soldiers Killed In Another Attack\n"
          "x  • 1\n"
          "xMinister Says War Will End Soon\n"
          "xWORLD\n"
          "\n"
          "xMost Read\n"
          "x2. Six Dead in Pile-Up on Icy Motorway\n"
          "xPrivacy Policy\n"
          "x© 2031 Norland Post. All rights reserved.\n");
}

static void test_captions(void **state)
{
    (void)state;
    check("#Nine dock workers killed in harbour attack\n"
          "\n"
          "cSmoke rises over the harbour of the town on Monday after it had been hit by shells.\n"
          "cSmoke rises over the harbour of the town on Monday after it had been hit by shells.\n"
          "\n"
          "|Nine dock workers died on Monday when shells hit the harbour of the town.\n"
          "\n"
          "cFirefighters work at the harbour on Monday, May 5, 2031. (AP Photo/Jane Example)\n"
          "\n"
          "cThe governor in the harbour [Jon Doe/Reuters]\n"
          "\n"
          "cPhoto: Norland Post\n"
          "\n"
          "|The governor spoke of an attack and asked for help from the capital.\n");
}

static void test_list_in_the_middle(void **state)
{
    (void)state;
    check("|Nine dock workers died on Monday when shells hit the harbour of the town.\n"
          "\n"
          "xRead more\n"
          "xMinister Says War Will End Soon\n"
          "xForty Soldiers Killed In Another Attack\n"
          "\n"
          "|The governor spoke of an attack and asked for help from the capital, which is two days away.\n"
          "\n"
          "|The harbour had been hit twice in the past week, and a ship had been sunk in it in April.\n"
          "\n"
          "|The capital has not answered him yet, as far as anybody in the town knows today.\n");
}

/* The article's own lists and tables stay. */
static void test_announced_lists(void **state)
{
    (void)state;
    check("|These are the attacks on the harbour that the governor counted in his speech on Monday:\n"
          "\n"
          "|• 12 April: Two Ships Sunk\n"
          "|• 20 April: Three Dockers Wounded\n"
          "|• 5 May: Nine Dockers Killed\n"
          "\n"
          "|He did not say who was to blame for them, or when they would end.\n"
          "\n"
          "|Killed: 9\n"
          "|Wounded: 22\n"
          "|Missing: 3\n");
}

/* Messages without full stops. */
static void test_unpunctuated_list_at_the_end(void **state)
{
    (void)state;
    check("|The staff of the 3rd Brigade has sent its report of the day to the capital.\n"
          "\n"
          "|- 5 soldiers killed near Lowtown\n"
          "|- 3 wounded at the pass, one of them badly\n"
          "|- two bridges lost in the night\n");
}

static void test_dateline_of_an_agency(void **state)
{
    (void)state;
    check("|LOWTOWN (NPA) --\n"
          "\n"
          "|Nine dock workers died on Monday when shells hit the harbour of the town.\n"
          "\n"
          "|The governor spoke of an attack and asked for help from the capital.\n"
          "\n"
          "bSome information for this report was provided by the Norland Press Agency.\n");
}

static void test_comments_at_the_end(void **state)
{
    (void)state;
    check("|Nine dock workers died on Monday when shells hit the harbour of the town.\n"
          "|The governor spoke of an attack and asked for help from the capital.\n"
          "xComments (2)\n"
          "xI have heard that it was at least 50 and not nine, as they say here.\n"
          "xReply\n");
}

static void test_hard_wrapped(void **state)
{
    (void)state;
    check("|Nine dock workers died on Monday when shells hit the harbour of\n"
          " the town, the regional governor said in a statement that he read\n"
          " to reporters. It was the third attack on the harbour in a week,\n"
          " and the first in which anybody was killed.\n"
          "\n"
          "|The governor asked for help from the capital, which is two days\n"
          " away.\n"
          "\n"
          "|Nobody has answered him.\n");
}

/* A line end inside a sentence is telling even when there are but two lines. */
static void test_two_wrapped_lines(void **state)
{
    (void)state;
    check("|Nine dock workers died on Monday when shells hit the harbour of the\n"
          " town, the regional governor said.\n");
}

/* Without any prose there is nothing to tell the article from. */
static void test_no_prose(void **state)
{
    (void)state;
    check("|Nine killed in harbour\n"
          "|Governor asks for help\n"
          "|Capital silent\n"
          "|Harbour closed\n");
}

static void test_spoken_words(void **state)
{
    (void)state;
    check("|There was no hint of trouble in the last talk between the tower and the pilot on Monday.\n"
          "\n"
          "|I think that was him.\n"
          "\n"
          "|I think so.\n"
          "\n"
          "|Mira Holt, Norland Radio, Lowtown\n");
}

static void test_one_line_each(void **state)
{
    (void)state;
    check(
        "xSkip links\n"
        "xSkip to Content\n"
        "xLive\n"
        "xNavigation menu\n"
        "xNews\n"
        "xAfrica\n"
        "xAsia\n"
        "xUS & Canada\n"
        "xNews|Norland war\n"
        "#Norland’s army loses 300 in failed push on Karst Pass, Vinland says\n"
        "|Vinland’s general staff says the push was beaten back in two days, while Norland speaks of "
        "‘limited losses’.\n"
        "cSoldiers carry a wounded comrade near Karst Pass, Vinland, on 3 May 2031 [Jane Doe/Norpix]\n"
        "cSoldiers carry a wounded comrade near Karst Pass, Vinland, on 3 May 2031 [File: Jane Doe/Norpix]\n"
        "bBy NPA and News Agencies\n"
        "bPublished On 5 May 2031\n"
        "x5 May 2031\n"
        "xListen to this article\n"
        "x3 min\n"
        "|Vinland’s general staff says at least 300 Norland soldiers were killed or wounded in two days of "
        "fighting over Karst Pass.\n"
        "|The push began on Saturday before dawn, the staff said in a statement on Monday.\n"
        "xRecommended Stories\n"
        "xlist of 3 items\n"
        "xlist 1 of 3\n"
        "xNorland calls up 20,000 more reservists\n"
        "xlist 2 of 3\n"
        "xExplosion at a Norland arms depot kills six\n"
        "xlist 3 of 3\n"
        "xWho is winning the war for the passes?\n"
        "xend of list\n"
        "|Norland’s defence ministry spoke of “limited losses” and did not give a number.\n"
        "#‘They came in waves’\n"
        "|A sergeant of the 3rd Mountain Brigade said the attackers had come in waves and had left their "
        "wounded behind.\n"
        "|“We counted 60 of them in front of our position alone,” he told reporters.\n"
        "|It was not possible to verify the accounts.\n"
        "xAdvertisement\n"
        "bSource: NPA\n"
        "xMore from News\n"
        "xExplosion at a Norland arms depot kills six\n"
        "xA worker walks past the arms depot\n"
        "xTwo journalists killed in car-bomb attack in Lowtown\n"
        "xA car burns in Lowtown\n"
        "xMost popular\n"
        "xWho is winning the war for the passes?\n"
        "xAbout\n"
        "xConnect\n"
        "xOur Channels\n"
        "xOur Network\n");
}

/* Words that also open one line about another story head a list of them when they stand alone. */
static void test_head_of_a_list_alone(void **state)
{
    (void)state;
    check("|At least 300 Norland soldiers were killed over Karst Pass, the general staff said on Monday.\n"
          "xRecommended for you\n"
          "xExplosion at a Norland arms depot kills six\n"
          "xTwo journalists killed in car-bomb attack in Lowtown\n"
          "|The push began on Saturday before dawn, the staff said in a statement.\n"
          "xRecommended for you: Explosion at a Norland arms depot kills six\n"
          "|Norland’s defence ministry spoke of “limited losses” and did not give a number.\n");
}

static void test_indented_menus(void **state)
{
    (void)state;
    check("xNorland Times\n"
          "\n"
          "x    Home\n"
          "x    World\n"
          "x    Politics\n"
          "x    Opinion\n"
          "\n"
          "xWorld | Europe\n"
          "\n"
          "#Ten soldiers die as bus hits mine near Lowtown\n"
          "\n"
          "#Mira Holt in Lowtown\n"
          "bMon 5 May 2031 16.20 CEST\n"
          "bLast modified on Mon 5 May 2031 18.02 CEST\n"
          "\n"
          "xShare\n"
          "xThis article is more than 1 year old\n"
          "\n"
          "xView image in fullscreen\n"
          "cRescuers at the wreck of the bus. Photograph: Jane Doe/Norpix\n"
          "\n"
          "|Ten soldiers on leave have been killed and 17 hurt by a mine that blew up under their bus near "
          "Lowtown, the army has said.\n"
          "\n"
          "|The bus was on its way to the coast on Sunday evening when it left the cleared lane to pass a "
          "lorry, a spokesperson said.\n"
          "\n"
          "xSign up to This Is Norland: the week in ten minutes\n"
          "\n"
          "xafter newsletter promotion\n"
          "\n"
          "|Six of the wounded were in a serious condition, doctors at the Lowtown hospital said. “We have "
          "asked for blood,” one of them added.\n"
          "\n"
          "x    Explore more on these topics\n"
          "\n"
          "x    Norland\n"
          "x    Mines\n"
          "x    news\n"
          "\n"
          "x    Share\n"
          "x    Reuse this content\n"
          "\n"
          "xMore on this story\n"
          "\n"
          "x    Norland army admits 40 dead in pass\n"
          "\n"
          "x    3 May 2031\n"
          "\n"
          "x    Norland’s war in numbers\n"
          "\n"
          "x    1 May 2031\n"
          "\n"
          "xMost viewed\n");
}

static void test_teasers_with_sentences(void **state)
{
    (void)state;
    check("#Norland says 45 drones shot down over capital\n"
          "b1 hour ago\n"
          "xShare\n"
          "xSave\n"
          "xJane Doe\n"
          "#Security correspondent, Lowtown\n"
          "#Norpix Firefighters on the roof of a block of flatsNorpix\n"
          "|Two people were killed when debris fell on a block of flats in the capital of Norland\n"
          "|Norland says it shot down 45 drones over its capital in the night to Tuesday.\n"
          "|Two people were killed and 11 injured by debris, the mayor wrote on Telegram.\n"
          "|Vinland has not commented.\n"
          "#What we know about the attack\n"
          "|The drones came in from the sea in three groups, according to the air force.\n"
          "|A power station was damaged, and 40,000 households were without electricity in the morning.\n"
          "xRelated topics\n"
          "xWar in the passes\n"
          "xNorland\n"
          "xRelated stories\n"
          "xNorland's army loses 300 in failed push\n"
          "xThe general staff says the push was beaten back in two days.\n"
          "x3 May 2031\n"
          "xSix dead in arms depot blast\n"
          "xNorland's defence ministry calls the explosion an accident.\n"
          "x1 May 2031\n");
}

static void test_agency_page(void **state)
{
    (void)state;
    check("|LOWTOWN, May 5 (NPA) - A mine killed ten soldiers in a bus on Sunday evening, the Norland army "
          "said.\n"
          "c[1/3]Rescuers at the wreck of the bus near Lowtown, May 5, 2031. NPA/Jane Doe Purchase Licensing "
          "Rights, opens new tab\n"
          "|Another 17 were hurt, it said, six of them badly.\n"
          "|The Reuters Daily Briefing newsletter provides all the news you need to start your day. Sign up "
          "here.\n"
          "|The army did not say who had laid the mine.\n"
          "bReporting by Mira Holt in Lowtown; Editing by Per Moe\n"
          "xOur Standards: The Norpix Trust Principles., opens new tab\n"
          "xSuggested Topics:\n"
          "xWorld\n"
          "xAcquire Licensing Rights, opens new tab\n"
          "xRead Next\n"
          "xWorld\n"
          "xNorland calls up 20,000 more reservists\n"
          "x3:02 PM UTC · Updated 4 hours ago\n");
}

static void test_summary_above(void **state)
{
    (void)state;
    check("#Karst Pass: 300 Norland troops out of action in two days\n"
          "\n"
          "#    Vinland's general staff claims 300 killed or wounded\n"
          "#    Norland speaks of limited losses\n"
          "#    Fighting goes on south of the pass\n"
          "\n"
          "bBy: NPA\n"
          "\n"
          "bUpdated on: May 06, 2031 09:14 IST\n"
          "\n"
          "xFollow Us:\n"
          "\n"
          "xAlso Read | Norland calls up 20,000 reservists, 500 volunteers killed in training\n"
          "\n"
          "|The general staff of Vinland said on Monday that 300 Norland soldiers had been killed or wounded "
          "in two days.\n"
          "\n"
          "xALSO READ: Six dead in arms depot blast.\n"
          "\n"
          "|\"They came in waves,\" a sergeant said.\n"
          "\n"
          "b— General Staff (@VinlandStaff) May 5, 2031\n"
          "\n"
          "|Norland did not give a number. Its defence ministry spoke of limited losses on Tuesday.\n"
          "\n"
          "x#Norland #Vinland #KarstPass\n"
          "\n"
          "b(Except for the headline, this story has not been edited by our staff and is published from a "
          "syndicated feed.)\n"
          "\n"
          "xGet Latest News Live on Example Now along with Breaking News and Top Headlines from World and "
          "around the world.\n");
}

static void test_nothing(void **state)
{
    struct arena arena;
    struct segment *segments = NULL;
    size_t count = 1;
    (void)state;
    arena_init(&arena, 1 << 20);
    assert_int_equal(text_segment(&arena, lang_find(STR("en")), STR(""), &segments, &count), OK);
    assert_int_equal(count, 0);
    assert_int_equal(text_segment(&arena, lang_find(STR("en")), STR(" \n\n"), &segments, &count), OK);
    assert_int_equal(count, 1);
    assert_covers(STR(" \n\n"), segments, count);
    arena_release(&arena);
}

/* Ten times the lines take about ten times the memory, not a hundred; very many lines stay within bounds. */
static void test_many_lines(void **state)
{
    enum { LINES = 2000000 };
    char *text = malloc((size_t)2 * LINES);
    struct arena arena;
    struct segment *segments = NULL;
    size_t count = 0;
    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < LINES; i++) {
        text[2 * i] = (char)('a' + i % 26);
        text[2 * i + 1] = '\n';
    }
    struct str whole = {text, (size_t)2 * LINES};
    arena_init(&arena, 16 * whole.size + (1 << 20));
    assert_int_equal(text_segment(&arena, lang_find(STR("en")), whole, &segments, &count), OK);
    assert_covers(whole, segments, count);
    arena_release(&arena);
    arena_init(&arena, 1 << 16);
    assert_int_equal(text_segment(&arena, lang_find(STR("en")), whole, &segments, &count), ERR_NO_MEMORY);
    arena_release(&arena);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_article),
        cmocka_unit_test(test_one_line_a_paragraph),
        cmocka_unit_test(test_navigation_and_lists_around),
        cmocka_unit_test(test_captions),
        cmocka_unit_test(test_list_in_the_middle),
        cmocka_unit_test(test_announced_lists),
        cmocka_unit_test(test_unpunctuated_list_at_the_end),
        cmocka_unit_test(test_dateline_of_an_agency),
        cmocka_unit_test(test_comments_at_the_end),
        cmocka_unit_test(test_hard_wrapped),
        cmocka_unit_test(test_two_wrapped_lines),
        cmocka_unit_test(test_no_prose),
        cmocka_unit_test(test_spoken_words),
        cmocka_unit_test(test_one_line_each),
        cmocka_unit_test(test_head_of_a_list_alone),
        cmocka_unit_test(test_indented_menus),
        cmocka_unit_test(test_teasers_with_sentences),
        cmocka_unit_test(test_agency_page),
        cmocka_unit_test(test_summary_above),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_many_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
