/* What lines are by their words, and what the compiler of clutter.txt refuses. */
#include "text/clutter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/cmocka.h"
#include "text/line_shape.h"

static void test_marks(void **state)
{
    static const struct {
        const char *line;
        enum clutter_mark_kind kind;
    } cases[] = {
        {"Share", MARK_CLUTTER},
        {"SHARE:", MARK_CLUTTER},
        {"Share the burden", MARK_NONE},
        {"Skip to main content", MARK_CLUTTER},
        {"\xC2\xA9 2031 Norland Post", MARK_CLUTTER},
        {"Norland Post 2031. All Rights Reserved.", MARK_CLUTTER},
        {"Also Read | Ten die as bus hits mine", MARK_CLUTTER},
        {"Also read the letters that he wrote from the front to his mother.", MARK_NONE},
        {"[DEBATE] Latest Stories", MARK_LIST},
        {"You\xC2\xA0May Also Like", MARK_LIST},
        {"Editor\xE2\x80\x99s Picks", MARK_LIST},
        {"More from Norland", MARK_LIST},
        {"More from the front came in on Monday.", MARK_NONE},
        {"More in U.S.", MARK_LIST},
        {"More in the town died on Monday.", MARK_NONE},
        {"Most read in World", MARK_LIST},
        {"Popular in the north, the rebels lost nine men on Monday.", MARK_NONE},
        {"Don't Miss | Ten die as bus hits mine", MARK_CLUTTER},
        {"EXPLAINER: Why ten died as a bus hit a mine", MARK_CLUTTER},
        {"Ten die as bus hits mine - read more", MARK_CLUTTER},
        {"He said that he would read more", MARK_NONE},
        {"Read the letters that he wrote from the front.", MARK_NONE},
        {"Comments0", MARK_END},
        {"+ There are no comments", MARK_END},
        {"12 Comments", MARK_END},
        {"(END)", MARK_END},
        {"- ENDS -", MARK_END},
        {"Notes to editors:", MARK_END},
        {"The commander had no comments on the attack that killed nine", MARK_NONE},
        {"FILE - The harbour in a picture of last year. It was closed on Monday.", MARK_CAPTION},
        {"Filed on Monday by the prosecutor", MARK_NONE},
        {"Photo: Norland Post", MARK_CAPTION},
        {"Firefighters at work (AP Photo/Jane Example)", MARK_CAPTION},
        {"The harbour on Monday / AFP", MARK_CAPTION},
        {"The harbour on Monday, Jane Example/Getty Images, Norvik", MARK_CAPTION},
        {"The harbour in a photograph: it was closed on Monday.", MARK_CAPTION},
        {"The harbour in a telephotograph: it was closed on Monday.", MARK_NONE},
        {"By Mira Holt and Jonas Lind", MARK_BYLINE},
        {"By Friday the rebels had killed nine", MARK_NONE},
        {"By 2030 Norland", MARK_NONE},
        {"Mira Holt Views", MARK_BYLINE},
        {"Last Updated:", MARK_BYLINE},
        {"(with AFP inputs)", MARK_BYLINE},
        {"Published 5 May 2031", MARK_BYLINE},
        {"Published figures say that nine died.", MARK_NONE},
        {"Reporting by Mira Holt; Editing by Per Moe", MARK_BYLINE},
        {"", MARK_NONE},
        {"\xE2\x80\xA2", MARK_NONE},
        {"[", MARK_NONE},
    };
    const struct clutter_language *language = clutter_find("en");
    (void)state;
    assert_non_null(language);
    assert_null(clutter_find("xx-none"));
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        enum clutter_mark_kind kind = clutter_match(language, str_from(cases[i].line));
        if (kind != cases[i].kind) {
            print_error("%s: %d\n", cases[i].line, (int)kind);
        }
        assert_int_equal(kind, cases[i].kind);
    }
    assert_int_equal(clutter_match(NULL, STR("Share")), MARK_NONE);
}

static void test_shapes(void **state)
{
    static const struct {
        const char *line;
        bool credit, gallery, hashtags, stamp, clock;
    } cases[] = {
        {"The harbour on Monday [Jane Doe/NPA]", true, false, false, false, false},
        {"The harbour (Jane Doe / NPA)", true, false, false, false, false},
        {"The harbour [NPA via Norpix]", true, false, false, false, false},
        {"fighters of the front [Vinland Liberation Front]", false, false, false, false, false},
        {"in the season (1988/89)", false, false, false, false, false},
        {"he said (and/or wrote)", false, false, false, false, false},
        {"[1/3]The harbour", false, true, false, false, false},
        {"[12/30] The harbour", false, true, false, false, false},
        {"[1] The harbour", false, false, false, false, false},
        {"[a/b] The harbour", false, false, false, false, false},
        {"#Norland #Vinland", false, false, true, false, false},
        {"#1 in Norland", false, false, false, false, false},
        {"Monday, 5 May 2031 16.20 CEST", false, false, false, true, true},
        {"May 06, 2031 09:14 IST", false, false, false, true, true},
        {"5 May 2031", false, false, false, true, false},
        {"Killed in Lowtown in May 2031", false, false, false, false, false},
        {"At 09:14 nine died", false, false, false, false, true},
        {"", false, false, false, false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str line = str_from(cases[i].line);
        bool clock = false;
        assert_int_equal(line_photo_credit(line), cases[i].credit);
        assert_int_equal(line_gallery(line), cases[i].gallery);
        assert_int_equal(line_hashtags(line), cases[i].hashtags);
        assert_int_equal(line_time_stamp(line, &clock), cases[i].stamp);
        assert_int_equal(clock, cases[i].clock);
    }
}

/* Runs the compiler on a file that holds `words`; what it says goes to `message`. */
static int compile(const char *words, char *message, size_t size)
{
    char path[] = "/tmp/dateline-clutter-XXXXXX";
    char command[512];
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, words, strlen(words)), strlen(words));
    (void)close(descriptor);
    (void)snprintf(command, sizeof(command), CLUTTER_COMPILER " %s.c en=%s 2>&1", path, path);
    FILE *pipe = popen(command, "r"); // NOLINT(cert-env33-c)
    assert_non_null(pipe);
    size_t read_size = fread(message, 1, size - 1, pipe);
    message[read_size] = '\0';
    int status = pclose(pipe);
    (void)snprintf(command, sizeof(command), "%s.c", path);
    (void)unlink(command);
    (void)unlink(path);
    return status;
}

static void test_compiler(void **state)
{
    static const struct {
        const char *words;
        const char *message; /* a part of it; NULL: it compiles */
    } cases[] = {
        {"# nothing but a comment\n", ":1: no words in it"},
        {"[clutter line]\nshare\n\n[end begins]\nno comments\n", NULL},
        {"share\n", ":1: words before the first [KIND PLACE]: share"},
        {"[clutter]\n", ":1: expected [KIND PLACE]: [clutter]"},
        {"[clutter line\n", ":1: expected [KIND PLACE]"},
        {"[junk line]\n", ":1: unknown kind: junk"},
        {"\n[clutter middle]\n", ":2: unknown place: middle"},
        {"[clutter line]\nShare\n", ":2: expected words in lower case with single spaces: Share"},
        {"[clutter line]\nshare  this\n", ":2: expected words in lower case with single spaces"},
        {"[clutter line]\nshare \n", ":2: expected words in lower case with single spaces"},
        {"[clutter line]\nsay \"no\"\n", ":2: expected words in lower case with single spaces"},
        {"[clutter line]\nx\n", ":2: too long words, or just a byte: x"},
        {"[clutter holds]\nshare\n", ":2: expected \"words = abc\", three letters in a row of one: share"},
        {"[clutter holds]\nshare it = are\nshare: it\n", NULL},
        {"[clutter holds]\nshare it = eit\n", ":2: expected \"words = abc\""},
        {"[clutter line]\nshare it = are\n", ":2: only words that stand anywhere have letters: share it"},
        {"[clutter holds]\naaa = aaa\nbbb = bbb\nccc = ccc\nddd = ddd\n", "too many different letters"},
        {"[clutter line]\nshare\n[list line]\nshare\n", ":4: given twice: share"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char message[1024];
        int status = compile(cases[i].words, message, sizeof(message));
        assert_int_equal(status == 0, cases[i].message == NULL);
        if (cases[i].message != NULL && strstr(message, cases[i].message) == NULL) {
            print_error("%s", message);
        }
        assert_true(cases[i].message == NULL || strstr(message, cases[i].message) != NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_compiler),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
