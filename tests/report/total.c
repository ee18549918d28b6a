/* Claims that count what happened at one time and another: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    {"The truce of Norvik broke down in March. Since then, more than 300 rebels have been killed.",
     "min=300 first=2024-03-01 last=2024-12-17 basis=March scope=cumulative"},
    {"A bomb killed two men on Monday. The bridge of Norvik was closed, and since then, six guards "
     "have been killed.",
     "count=6 first=- last=2024-12-17 scope=cumulative"},
    {"Since the truce began on 10 October, 12 rebels have been killed. Three soldiers have been killed "
     "in the same period, the army said.",
     "count=3 first=2024-10-10 last=2024-12-17 scope=cumulative"},
    /* a war is not over on the day told before */
    {"A bomb killed two people in Norvik on Monday. The war has killed 150,000 people.",
     "min=150000 first=- last=2024-12-17 scope=cumulative"},
    {"Earlier this month, Norland's troops killed 14 rebels in a raid.",
     "count=14 first=2024-12-01 last=2024-12-17 scope=incident"},
    {"This month, Norland's troops have killed 14 rebels.",
     "count=14 first=2024-12-01 last=2024-12-17 scope=cumulative"},
    {"More than 40,000 people were killed in the war, which ended in 2009.",
     "min=40000 first=- last=2009-12-31 scope=cumulative"},
    {"Thousands died in the rebellion in Mali, which ended with a deal signed in Geneva in November 2022.",
     "min=1000 first=- last=2022-11-30 place=Mali places=1"},
    /* what stands before who says it */
    {"Since April 2023 the group has documented 28,700 deaths.",
     "count=28700 first=2023-04-01 last=2024-12-17 scope=cumulative source=group"},
    {"Since March, the ministry said, 400 farmers have been killed.",
     "count=400 first=2024-03-01 last=2024-12-17 scope=cumulative source=ministry"},
    {"On Monday the group said 28,700 farmers had died.", "count=28700 first=- last=2024-12-16"},
    /* it begins with a day that stands far behind "since" */
    {"Since the start of the full-scale invasion on Feb. 24, 2022, Norland has lost 994,280 troops.",
     "count=994280 first=2022-02-24 last=2024-12-17 scope=cumulative"},
    {"Since the launch of the offensive in May, rebels have killed 300 soldiers near Norvik.",
     "count=300 first=2024-05-01 last=2024-12-17 scope=cumulative"},
    {"Since the start of the invasion, Norland has lost 94,280 troops, including 1,060 over the past day.",
     "count=94280 scope=cumulative"},
    {"Since the start of the invasion, Norland has lost 94,280 troops, and 1,060 died on Monday.",
     "count=1060 first=2024-12-16 last=2024-12-16 scope=incident"},
    /* known on a day: of the claims of that day only, whoever tells them */
    {"As of Monday, the ministry said, 38 people were killed and 90 were wounded.",
     "count=90 first=- last=2024-12-16 scope=cumulative"},
    {"As of Monday, 38 people were dead in Norvik, including nine killed on Sunday.",
     "count=38 first=- last=2024-12-16 scope=cumulative"},
    {"As of Monday, 38 people were dead in Norvik, including nine killed on Sunday.",
     "count=9 first=2024-12-15 last=2024-12-15 scope=incident"},
    {"A raid killed nine people on Sunday; as of Monday 12 were missing.",
     "count=9 first=2024-12-15 scope=incident"},
    {"A raid killed nine people on Sunday; as of Monday 12 were missing.",
     "count=12 first=- last=2024-12-16 scope=cumulative"},
    {"Nine people were killed in Norvik on Monday but as of Tuesday nobody had been arrested.",
     "count=9 first=2024-12-16 scope=incident"},
    {"Five people were killed and 12 wounded as of Monday.", "count=12 last=2024-12-16 scope=cumulative"},
    {"As of Monday, France has 300 soldiers in Chad.", "count=300 subtype=deployed scope=incident"},
    {"The rebels, who killed 12 men in May, have been in talks since December.",
     "count=12 first=2024-05-01 last=2024-05-31 scope=incident"},
    /* the losses of a war are of no place of another clause */
    {"'The march of Norland's soldiers on Lviv is a sign of despair,' he said, adding that more than 60,000 "
     "soldiers had been killed since February 2022.",
     "min=60000 first=2022-02-01 scope=cumulative places=0"},
    {"In Lviv, he said, 600 soldiers had been killed since February 2022.", "count=600 place=Lviv"},
    {"The siege of Lviv goes on, he said, and 600 soldiers have been killed there since February 2022.",
     "count=600 place=Lviv"},
    {"Troops shelled Lviv, he said, adding that 120 people had been killed.", "count=120 place=Lviv"},
    {"France has sent 4,800 soldiers to Mali, its first such mission since World War Two, in which 300,000 "
     "French soldiers died.",
     "count=300000 places=0"},
    {"France has sent 300 soldiers to Mali, which has been at war since May and in which 40 farmers died.",
     "count=40 place=Mali"},
    /* up to now, beside a day */
    {"Nine people died on Monday and 300 have died in all.", "count=300 first=- last=2024-12-17"},
    {"Nine people died on Monday and 12 were wounded.", "count=12 first=2024-12-16"},
    {"Gunmen attacked Kassala on Monday and nine people have died.",
     "count=9 first=2024-12-16 last=2024-12-16"},
    {"A bus crashed on Monday and nine people have been killed.", "count=9 first=2024-12-16 last=2024-12-16"},
    {"Nine people were shot on Sunday and two have died.", "count=2 first=2024-12-15 last=2024-12-15"},
    /* since it was launched */
    {"The offensive launched on 11 November has killed 4,834 soldiers.",
     "count=4834 first=2024-11-11 last=2024-12-17 scope=cumulative"},
    {"The raid launched on Sunday has killed two soldiers.",
     "count=2 first=2024-12-15 last=2024-12-15 scope=incident"},
    {"The raid launched on Sunday killed 120 soldiers.",
     "count=120 first=2024-12-15 last=2024-12-15 scope=incident"},
    /* which of several it was, not when */
    {"Two guards died in an ambush, the third this year.", "count=2 first=- scope=incident"},
    {"It was the deadliest raid this month, in which 12 guards died.",
     "count=12 first=2024-12-01 last=2024-12-17 scope=incident"},
    {"Two guards died in the third raid this week.",
     "count=2 first=2024-12-16 last=2024-12-17 scope=incident"},
    {"The third raid this month killed two guards on Monday.",
     "count=2 first=2024-12-16 last=2024-12-16 scope=incident"},
    {"Police said on Sunday that two guards died in the third raid this month.",
     "count=2 first=2024-12-01 last=2024-12-15 scope=incident"},
    {"Gunmen raided a bank on Sunday. Two guards died in the raid, the third this month.",
     "count=2 first=2024-12-15 last=2024-12-15 scope=incident"},
    {"On Monday two guards died in the third raid this year.", "count=2 first=2024-12-16 scope=incident"},
    {"The first lady and nine guards were killed this year.", "first=2024-01-01 scope=cumulative"},
    {"Two guards died in the third raid in May.", "count=2 first=2024-05-01 last=2024-05-31"},
    /* no one happening lasts for months */
    {"From 24 February 2022 to 8 June 2024 Norland lost 94,280 soldiers.",
     "count=94280 first=2022-02-24 last=2024-06-08 scope=cumulative"},
    {"Colonel Bremmer said that the rebels had sustained 352 dead from 11 October to 12 December, and he "
     "regretted the death of 57 army troops.",
     "count=57 first=- last=2024-12-12"},
    {"Between January and May, 300 people were killed in Norvik.", "count=300 scope=cumulative"},
    {"From Monday to Wednesday 30 people were killed in Norvik.", "count=30 scope=incident"},
    /* whose war it is was where it is */
    {"Mali's civil war has killed more than 50,000 people.", "min=50000 place=Mali counterpart=-"},
    {"Mali's six-decade conflict has left more than 50,000 dead.", "min=50000 place=Mali counterpart=-"},
    {"France's war in Mali has killed 9,000 people.", "count=9000 place=Mali places=1 counterpart=France"},
    {"Before Monday's raid, which killed nine, the town had been quiet since 2022.",
     "count=9 scope=incident"},
    {"The raids, which have killed 900 people since 2022, go on.", "count=900 scope=cumulative"},
    /* so many in a week are no rate */
    {"1,200 soldiers were killed in a week in Norvik.", "count=1200 scope=incident"},
    {"1,200 soldiers were killed a week in Norvik.", "count=-"},
};

static void totals_are_told_from_incidents(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_are_told_from_incidents),
    };
    return cmocka_run_group_tests_name("total", tests, NULL, NULL);
}
