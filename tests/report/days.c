/* The day of a claim where the sentence tells it in more than one expression, or by a night or a clock: one
 * line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2026-03-04" /* a Wednesday */

static const struct report_row rows[] = {
    /* a day within the longer time beside it */
    {"Gunmen killed six worshippers after Friday prayers last week.",
     "count=6 first=2026-02-27 last=2026-02-27"},
    {"Gunmen killed six worshippers last week on Friday.", "count=6 first=2026-02-27 last=2026-02-27"},
    {"Gunmen killed six worshippers last week.", "count=6 first=2026-02-23 last=2026-03-01"},
    {"Gunmen killed six worshippers last week and on Monday burned the church.",
     "count=6 first=2026-02-23 last=2026-03-01"},
    /* a month that opens what was told */
    {"The colonel said on Monday that in December the army killed 800 rebels.",
     "count=800 first=2025-12-01 last=2025-12-31 said=2026-03-02"},
    {"The colonel reported that between August and December, the army had killed 800 rebels.",
     "count=800 first=2025-08-01 last=2025-12-31"},
    {"The colonel said that in May the army would send 800 soldiers to Chad.",
     "count=800 first=2026-05-01 last=2026-05-31"},
    /* parts of two days */
    {"Gunmen killed six farmers on Monday night and early Tuesday.",
     "count=6 first=2026-03-02 last=2026-03-03"},
    {"Gunmen killed six farmers on Monday night and on Tuesday morning fled.",
     "count=6 first=2026-03-02 last=2026-03-02"},
    /* the hour up to which was counted */
    {"As of 06:00 on Tuesday, 12 people had been killed.", "count=12 first=- last=2026-03-03"},
    {"By 6 a.m. on 3 March, 12 people had been killed.", "count=12 first=- last=2026-03-03"},
    {"As at 3 March, 12 people were killed.", "count=12 first=- last=2026-03-03"},
    {"At 06:00 on Tuesday, 12 people were killed.", "count=12 first=2026-03-03 last=2026-03-03"},
    {"In all, 1,200 people have gone missing by the end of January.", "count=1200 first=- last=2026-01-31"},
    {"At least nine people were killed just over the past day.", "min=9 first=2026-03-03 last=2026-03-04"},
    {"Losses for the week to 28 February: 40 killed.", "count=40 first=2026-02-22 last=2026-02-28"},
    /* so many days before a day told beside them */
    {"The strike on Monday came a day after a drone killed four people.",
     "count=4 first=2026-03-01 last=2026-03-01"},
    {"On Monday a bomb killed four guards, three days after an ambush in which two nurses were wounded.",
     "count=2 first=2026-02-27 last=2026-02-27"},
    {"A day after nine soldiers were killed, the army struck back on Monday, killing 12 rebels.",
     "count=9 first=2026-03-01 last=2026-03-01"},
    {"A day after nine soldiers were killed, the army struck back on Monday, killing 12 rebels.",
     "count=12 first=2026-03-02 last=2026-03-02"},
    {"On Monday, two days after gunmen stormed a bus, killing nine, the army came.",
     "count=9 first=2026-02-28 last=2026-02-28"},
    {"The strike came a day after a drone killed four people.", "count=4 first=-"},
    {"The strike on Monday came a week after a drone killed four people.", "count=4 first=-"},
    {"The strike on Monday came days after a drone killed four people.", "count=4 first=-"},
    {"The strike came a day after a drone killed four people in a raid on Monday.",
     "count=4 first=2026-03-02 last=2026-03-02"},
    /* what happened on the eve of an anniversary, and what it is the anniversary of */
    {"On Monday, the eve of the anniversary, gunmen killed nine nurses.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"On Monday they marked the anniversary of a raid, in which nine nurses were killed.", "count=9 first=-"},
    /* a week and a day of the sentence before */
    {"It began on 16 February. Last month gunmen killed nine nurses.",
     "count=9 first=2026-02-01 last=2026-02-28"},
    /* the day of an order */
    {"The president ordered 500 troops to Goma on Monday.", "count=500 subtype=planned first=- last=-"},
    {"France decided to send 500 troops to Goma last week.", "count=500 subtype=planned first=- last=-"},
    {"France pledged to send 500 troops to Goma in April.",
     "count=500 subtype=planned first=2026-04-01 last=2026-04-30"},
    {"A strike killed nine people on Monday night, hours after a truce had been signed on Sunday.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"Gunmen attacked a bus on 3 February. A month later, nine soldiers died in the same place.",
     "count=9 scope=incident first=2026-03-01"},
    {"This month, nine soldiers have died in the same place.", "count=9 scope=cumulative first=2026-03-01"},
    /* the day of a count, and what is told behind it */
    {"The toll of Sunday's strike climbed to 23 on Monday, and 53 people were wounded.",
     "count=53 first=2026-03-01 last=2026-03-01"},
    {"The toll climbed to 23 on Monday, and 53 people were wounded.", "count=53 first=-"},
    {"The toll climbed to 23 on Monday, and on Tuesday 53 people were wounded.",
     "count=53 first=2026-03-03 last=2026-03-03"},
    {"The toll climbed to 23 after a strike on Monday, and 53 people were wounded.",
     "count=53 first=2026-03-02 last=2026-03-02"},
    {"Rescuers found a body on Monday evening, bringing the number of dead to two.",
     "count=2 first=- last=2026-03-02"},
    /* the day on which those were sent of whom harm is told */
    {"The 3,000 soldiers sent to Chad in January have lost 14 men.", "count=14 first=-"},
    {"The 3,000 soldiers sent to Chad in January have lost 14 men.", "count=3000 first=2026-01-01"},
    {"The soldiers sent to Chad in January have lost 14 men on Monday.", "count=14 first=2026-03-02"},
    {"The force sent to Chad in January has killed 40 rebels.", "count=40 first=-"},
    {"Two officers posted to the area after a raid in January are among the dead.", "count=2 first=-"},
    {"Soldiers attacked in January have lost 14 men.", "count=14 first=2026-01-01"},
    /* a night that has its days behind it */
    {"Nine soldiers were killed in overnight clashes on the border on Saturday and Sunday.",
     "count=9 first=2026-02-28 last=2026-03-01"},
    {"Nine soldiers were killed in overnight clashes on the border.",
     "count=9 first=2026-03-03 last=2026-03-04"},
    {"Nine soldiers died overnight of the raid on Sunday.", "count=9 first=2026-03-03 last=2026-03-04"},
    /* the night before a day */
    {"A drone killed four people in the night to Tuesday.", "count=4 first=2026-03-02 last=2026-03-03"},
    {"On the night to 3 March a drone killed four people.", "count=4 first=2026-03-02 last=2026-03-03"},
    /* from a clock of one day to that of another; figures that rise are no clocks */
    {"From 2300 on Sunday until 0200 on Monday, shells killed nine farmers.",
     "count=9 first=2026-03-01 last=2026-03-02"},
    {"Shells killed nine farmers between 2300 on Sunday and 0200 on Monday.",
     "count=9 first=2026-03-01 last=2026-03-02"},
    {"From 11 p.m. on Sunday to 2 a.m. on Monday nine farmers were killed.",
     "count=9 first=2026-03-01 last=2026-03-02"},
    {"From dawn on Sunday until dusk on Monday, nine farmers were killed.",
     "count=9 first=2026-03-01 last=2026-03-02"},
    {"Shells killed 1,200 farmers on Sunday and 1500 on Monday.",
     "count=1500 first=2026-03-02 last=2026-03-02"},
    {"Until 0200 on Monday, nine farmers were killed.", "count=9 first=2026-03-02 last=2026-03-02"},
    /* the day before what is dated, and so long behind it to the day */
    {"Nine soldiers were killed the day before the truce took effect on February 10.",
     "count=9 first=2026-02-09 last=2026-02-09"},
    {"The day after rebels seized Norvik on February 10, nine soldiers were killed.",
     "count=9 first=2026-02-11 last=2026-02-11"},
    {"Nine soldiers were killed the night before the truce took effect on February 10.",
     "count=9 first=2026-02-09 last=2026-02-09"},
    {"Nine soldiers were killed in the week before the truce took effect on February 10.",
     "count=9 first=2026-02-04 last=2026-02-10"},
    {"The day after the raid on Monday, nine soldiers were killed.",
     "count=9 first=2026-03-03 last=2026-03-03"},
    {"Nine soldiers were killed the day before the February 10 truce.",
     "count=9 first=2026-02-09 last=2026-02-09"},
    {"A year to the day after the attack of 3 March 2025, nine soldiers were killed.",
     "count=9 first=2026-03-03 last=2026-03-03"},
    {"Exactly two weeks after the attack of 16 February, nine soldiers were killed.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"A year to the day after the attack, nine soldiers were killed.", "count=9 first=- last=2026-03-04"},
    {"It rained on Monday. The day before, nine soldiers were killed.",
     "count=9 first=2026-03-01 last=2026-03-01"},
    /* what is told with a toll is as old as that; what has a verb of its own is not */
    {"The toll rose to 19 dead and 40 wounded on Tuesday.", "count=40 first=- last=2026-03-03"},
    {"Velmar buried them on Tuesday as the number of people killed in Ostrel climbed to 55.",
     "count=55 first=- last=2026-03-03"},
    {"On Tuesday the number of people killed in a strike on Ostrel rose to 55.",
     "count=55 first=- last=2026-03-03"},
    {"After a strike on Tuesday, the number of people killed in Ostrel rose to 55.",
     "count=55 first=2026-03-03 last=2026-03-03"},
    {"The number of people killed in Ostrel on Tuesday rose to 55.",
     "count=55 first=2026-03-03 last=2026-03-03"},
    {"The toll rose to at least 19 dead, 40 injured and 3 missing on Tuesday.",
     "count=3 first=- last=2026-03-03"},
    {"The death toll rose to 19 on Tuesday, with 40 wounded.", "count=40 first=- last=2026-03-03"},
    {"The toll from Monday's attack rose to 19 dead and 40 wounded on Tuesday.",
     "count=40 first=2026-03-02 last=2026-03-02"},
    {"The toll rose to 19 on Monday and 40 soldiers were wounded on Tuesday.",
     "count=40 first=2026-03-03 last=2026-03-03"},
    {"The toll stood at 19 dead and 40 wounded as of Tuesday.", "count=19 first=- last=2026-03-03"},
    {"The toll rose to 19 as two more died on Tuesday.", "count=19 first=- last=2026-03-04"},
    /* deeds in a list */
    {"Nine villagers were massacred, beheaded or burned alive in Khartoum on Monday.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"Nine villagers were killed, wounded or captured on Monday.",
     "subtype=killed first=2026-03-02 last=2026-03-02"},
    {"Nine villagers were killed, buried in a field in May.", "count=9 first=-"},
    {"Nine soldiers were killed the day after the truce in a raid on February 10.",
     "count=9 first=2026-02-10 last=2026-02-10"},
    /* another clause dates what it tells, not the day after */
    {"Ann Ober left the day after and on Monday nine soldiers were killed.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"He arrived the day after and nine soldiers were killed on Monday.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"The day after the attack the army said on Monday nine soldiers were killed.",
     "count=9 first=- last=2026-03-02"},
    {"Nine soldiers were killed a day after the army said on Sunday that it would leave.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"He said the night before that on Monday nine soldiers were killed.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"Two days after the truce the army said on Monday nine soldiers were killed.",
     "count=9 first=- last=2026-03-02"},
    {"The day after the truce collapsed strikes on Tuesday killed nine soldiers.",
     "count=9 first=2026-03-03 last=2026-03-03"},
    {"On the day after the vote gunmen on Monday killed nine soldiers.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"The night before the vote a bomb on Sunday killed nine soldiers.",
     "count=9 first=2026-03-01 last=2026-03-01"},
    {"The week before the vote a bomb on Monday killed nine soldiers.",
     "count=9 first=2026-03-02 last=2026-03-02"},
    {"On the day after the truce collapsed on Monday, nine soldiers were killed.",
     "count=9 first=2026-03-03 last=2026-03-03"},
    /* what is told as past has been, also behind a day that is only named */
    {"Nine soldiers were killed the day after the Monday vote.", "count=9 first=2026-03-03 last=2026-03-03"},
    {"Nine soldiers were killed the day after Monday's vote.", "count=9 first=2026-03-03 last=2026-03-03"},
    {"Nine soldiers were killed the day after the raid on Wednesday.",
     "count=9 first=2026-02-26 last=2026-02-26"},
    {"The day after the March 4 raid, nine soldiers were killed.",
     "count=9 first=2025-03-05 last=2025-03-05"},
    {"A year to the day after the Jan. 7 attack, nine soldiers were killed.",
     "count=9 first=2026-01-07 last=2026-01-07"},
    {"Six months to the day after the October 7 attack, nine soldiers were killed.",
     "count=9 first=2025-04-07 last=2025-04-07"},
    {"Norland will send 300 soldiers the day after the Monday vote.",
     "count=300 first=2026-03-10 last=2026-03-10"},
    /* what follows the freeing of captives is not of the day of their capture */
    {"Three farmers, who had been kidnapped on 2 February, were rescued on Tuesday. Two rebels were killed "
     "in "
     "the operation.",
     "count=2 first=2026-03-03 last=2026-03-03"},
    {"Three farmers kidnapped on 2 February were rescued on Tuesday by troops. Two rebels were killed.",
     "count=2 first=- last=2026-03-04"},
    {"Three farmers kidnapped on 2 February were freed on Tuesday. They said two nurses were killed.",
     "count=2 first=- last=2026-03-04"},
    {"Rebels kidnapped nine nurses on 2 February and the mayor resigned on Tuesday. Two guards were killed "
     "in the attack.",
     "count=2 first=2026-02-02 last=2026-02-02"},
    {"Three farmers were kidnapped on 2 February. Two rebels were killed.",
     "count=2 first=2026-02-02 last=2026-02-02"},
};

static void days_beside_days(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_beside_days),
    };
    return cmocka_run_group_tests_name("days", tests, NULL, NULL);
}
