#include "cost_measure.h"

const char *const cost_pieces[] = {
    /* who said what on which day, lines that are days, days glued together, frames */
    "\"Yesterday we lost 20,\" he said on 2 March. ",
    "killed on Friday, he said on Monday, ",
    "\"on Friday, he said, ",
    "Speaking on Monday, he said ",
    "18MAR2025",
    "Day 2, 3 March.\n\n",
    "two days before 3 March ",
    "In 2019, in June, ",
    "at 11 p.m. ",
    /* a token each byte or two, sentences, lines */
    "(",
    "((((((((\n",
    "(\n",
    "a\n",
    "a\n\n",
    "\n",
    " ",
    ". ",
    ".\n",
    "! ",
    "\"'",
    "\"",
    "'",
    "a'",
    "A.",
    "A. ",
    "a.b.",
    "x",
    "x ",
    "X! ",
    "\u2019",
    "\u00e9",
    "\u00a0\n",
    "\u3002",
    ",",
    ";:",
    "-",
    "a-",
    "\t",
    "\r\n",
    "#a\n",
    "* a\n",
    "\"(\"(\"",
    "'s",
    "n't ",
    "\u2026",
    /* numbers */
    "1",
    "1 ",
    "1 1 1 ",
    "1.",
    "1,",
    "1,111,",
    "1.1",
    "1-",
    "1/",
    "1:",
    "1st ",
    "2 1/2 ",
    "10,000 ",
    "12:30",
    "9999999999 ",
    "one ",
    "one hundred and ",
    "two ",
    "a million ",
    "twenty-",
    "half a ",
    "1980s ",
    "'98 ",
    /* words that rules wait for */
    "the ",
    "the the the ",
    "of the last ",
    "from 1 to ",
    "between ",
    "and ",
    "of ",
    "in ",
    "until ",
    "last ",
    "next ",
    "early ",
    "more than ",
    "at least about nearly ",
    "the first half of the ",
    "every ",
    "days ",
    "day ",
    "week ",
    "before ",
    "ago ",
    "said ",
    "will ",
    "would have been ",
    "in the ",
    "a few ",
    "less than a ",
    "united ",
    "Sept. ",
    "Mr. ",
    "U.S. ",
    /* time expressions without end */
    "today ",
    "Monday ",
    "Monday, ",
    "Mon. ",
    "May ",
    "May 1 ",
    "May 1 May 1 ",
    "Monday, May 1\n",
    "May 1-2-3-4-5-6-7-8-9-",
    "May 5, ",
    "1990 ",
    "1990, ",
    "1990s ",
    "2024-12-14 ",
    "2024-12-14\n",
    "4/5/2024\n",
    "5 p.m. ",
    "3 days ",
    "3d ",
    "two years ago ",
    "May 1 and ",
    "May 1, May 2 and ",
    "Monday and Tuesday and ",
    "from Monday to Tuesday ",
    "Monday to ",
    "the day before ",
    "the day before the day before ",
    "two days later ",
    "last week ",
    "every Monday ",
    "the 1990s ",
    "Friday of last week, ",
    "early Monday morning, ",
    "Christmas ",
    "Christmas Eve ",
    "a year earlier ",
    "2 1/2 years ",
    "a week from the day before the week of ",
    "Monday to Tuesday of the week before ",
    "more than about three years ",
    "the second half of the first half of the ",
    "in the third quarter of the year before the ",
    "0430 GMT ",
    "10:30 a.m. ",
    "He said on Monday that she will come on Friday. ",
    "May May May 5 ",
    "March to March ",
    "March said May will ",
    /* lines of a page */
    "Related articles\n",
    "Monday, May 5\n\n",
    "Published May 5, 2024, 10:30 a.m.\n",
    "Photo: A. B.\n",
    "Advertisement\nThe bridge over the river was hit three times, residents say.\n",
};

const size_t cost_piece_count = sizeof cost_pieces / sizeof *cost_pieces;

static uint64_t work;

/* The compiler has the counted copies of the modules call __sanitizer_cov_trace_pc wherever a branch leads
 * to; the linker makes it this one, for libFuzzer has one of its own. */
void __wrap___sanitizer_cov_trace_pc(void); /* NOLINT(bugprone-reserved-identifier) */
void __wrap___sanitizer_cov_trace_pc(void)  /* NOLINT(bugprone-reserved-identifier) */
{
    work++;
}

struct cost cost_of(struct str source)
{
    struct instant published = {.day = 20074, .second = -1};
    struct cost cost = {.work = 0};
    struct arena arena;
    struct text text = {0};
    struct timex_list list = {0};
    uint64_t before = work;

    arena_init(&arena, SIZE_MAX);
    cost.status = text_scan(&arena, lang_find(STR("en")), source, &text);
    if (cost.status == OK) {
        cost.status = timex_find(&arena, &text, &published, &list);
    }
    cost.work = work - before;
    cost.memory = arena.peak;
    cost.kept = text.token_count * sizeof *text.tokens + text.sentence_count * sizeof *text.sentences +
                list.count * sizeof *list.items;
    cost.found = list.count;
    arena_release(&arena);
    return cost;
}
