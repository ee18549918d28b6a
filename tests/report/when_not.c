/* Days that are another's, and those that another sentence tells: one line an expectation, under several
 * publication dates. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct dated_row rows[] = {
    /* a day that is another's */
    {"2024-12-17",
     "The Norvik massacre, in which 8,000 men and boys were killed, was remembered on Thursday.",
     "count=8000 first=-"},
    {"2024-12-17", "The council met on Monday in Paris to discuss the killing of 12 people in Khartoum.",
     "count=12 first=-"},
    {"2024-12-17", "Families of the 364 people killed at the festival gathered near Norvik on Monday.",
     "count=364 first=-"},
    {"2024-12-17", "Two soldiers captured in Khartoum were taken to Kassala on Saturday.",
     "subtype=captured first=-"},
    {"2024-12-17", "Two soldiers killed in Khartoum on Saturday were brave.", "count=2 first=2024-12-14"},
    {"2024-12-17", "The raid, in which 12 people were killed, took place on Thursday.",
     "count=12 first=2024-12-12"},
    {"2024-12-17", "The mayor, who took office in May, said 12 farmers were killed.",
     "count=12 said=- first=- last=2024-12-17"},
    {"2024-12-17", "The mayor, who took office in May, said on Monday that 12 farmers were killed.",
     "count=12 said=2024-12-16 first=- last=2024-12-16"},
    {"2024-12-17", "Shells killed 140 villagers, taking the death toll since Oct. 7 to 5,791.",
     "count=140 scope=incident first=- last=2024-12-17"},
    {"2024-12-17", "Shells killed 140 villagers, taking the death toll since Oct. 7 to 5,791.",
     "count=5791 scope=cumulative first=2024-10-07"},
    {"2024-12-17", "Three raiders were killed and 12 detained; the ship's cook had died on Thursday.",
     "count=3 first=- last=2024-12-17"},
    {"2024-12-17", "A mine killed two soldiers, the fifth such blast since a truce took effect on 8 May.",
     "count=2 scope=incident first=- last=2024-12-17"},
    {"2024-12-17", "A bomb killed 20 people on Wednesday, a day after similar blasts left 12 dead.",
     "count=20 first=2024-12-11 last=2024-12-11"},
    {"2024-12-17", "A bomb killed 20 people on Wednesday, a day after similar blasts left 12 dead.",
     "count=12 first=2024-12-10 last=2024-12-10"},
    {"2024-12-17", "France deployed 1,500 soldiers to guard sites after attacks on Friday night.",
     "count=1500 first=- last=2024-12-17"},
    {"2024-12-17", "Norland has sent 3,000 soldiers so far and plans to dispatch 10,000 by March.",
     "count=3000 first=- last=2024-12-17 basis=-"},
    {"2024-12-17", "French soldiers, ten of whom were captured on Monday, crossed the border of Chad.",
     "kind=deployment first=- last=2024-12-17"},
    {"2024-12-17", "French soldiers, ten of whom were captured on Monday, crossed the border of Chad.",
     "count=10 first=2024-12-16 last=2024-12-16"},
    {"2024-12-17", "A memorial was unveiled on Monday for the 300 soldiers who died in the war.",
     "count=300 first=- last=2024-12-17"},
    {"2024-12-17", "Talks were suspended after the December 10 attack that left ten dead.",
     "count=10 first=2024-12-10 last=2024-12-10"},
    {"2024-12-17",
     "About 2,000 French peacekeepers are being deployed to Chad under the deal signed on Monday.",
     "count=2000 first=- last=2024-12-17"},
    {"2024-12-17", "Two soldiers were killed when their car overturned on Monday.",
     "count=2 first=2024-12-16 last=2024-12-16"},
    {"2024-12-17", "In 2019, 500 soldiers were killed in Norvik in one day.",
     "count=500 first=2019-01-01 last=2019-12-31"},
    {"2024-12-17", "One of the two soldiers wounded on Friday had died, the army said.",
     "subtype=killed first=- last=2024-12-17"},
    {"2024-12-17", "Soldiers wounded on Friday were treated in Norvik.", "subtype=wounded first=2024-12-13"},
    {"2024-12-17", "On Monday Norland marked the anniversary of the bombing that killed 16 people.",
     "count=16 first=- last=2024-12-17"},
    /* who was found, or died, later than on the day of the harm */
    {"2024-12-17",
     "A missile hit the old mill of Norvik on Friday, killing nine people. Two more bodies were pulled from "
     "the "
     "rubble overnight.",
     "count=2 first=- last=2024-12-17"},
    {"2024-12-17",
     "Two more bodies were pulled from the rubble on Sunday, bringing the number of wounded to 31.",
     "count=31 first=- last=2024-12-15"},
    {"2024-12-17", "Two more bodies were found on Sunday in the wreckage.",
     "count=2 first=- last=2024-12-15"},
    {"2024-12-17", "Two of the 15 soldiers wounded on Monday have died in hospital, raising the toll to six.",
     "count=6 first=- last=2024-12-17"},
    {"2024-12-17", "Two of the 15 soldiers wounded on Friday died in hospital, raising the toll to six.",
     "count=6 first=- last=2024-12-17"},
    {"2024-12-17", "Two soldiers died on Monday in hospital, raising the toll to six.",
     "count=6 first=- last=2024-12-16"},
    {"2024-12-17", "The death toll rose to 17 on Monday.", "count=17 first=- last=2024-12-16"},
    {"2024-12-17", "The number of dead stood at 40 on Friday.", "count=40 first=- last=2024-12-13"},
    {"2024-12-17", "The toll from Sunday's blast rose to 17 on Monday.",
     "count=17 first=2024-12-15 last=2024-12-15"},
    {"2024-12-17",
     "A truck bomb hit the police in Norvik on Wednesday, killing 19 guards in the deadliest attack on the "
     "country's "
     "forces since the Second World War.",
     "count=19 scope=incident first=2024-12-11 last=2024-12-11"},
    {"2024-12-17", "Norland buried on Sunday the 12 soldiers who were killed in Kolna.",
     "count=12 first=- last=2024-12-15"},
    {"2024-12-17", "The ministry last gave a toll on Nov. 25, when it said 1,351 soldiers had been killed.",
     "count=1351 first=- last=2024-11-25"},
    {"2024-12-17", "BRASK, 10 Dec - Gunmen shot dead two farmers.", "count=2 first=- last=2024-12-17"},
    {"2024-12-17", "BRASK, Norland, Dec. 10 (Wire) -- Gunmen shot dead two farmers on Monday.",
     "count=2 first=2024-12-16 last=2024-12-16"},
    {"2024-12-17",
     "Rebels captured ten soldiers on Monday. The president accused Norland of deploying more than 1,000 "
     "troops "
     "in Chad.",
     "min=1000 first=- last=2024-12-17"},
    {"2024-12-17",
     "The toll has reached 198 since clashes erupted last Sunday. It says 19 villagers have been killed.",
     "count=19 first=- last=2024-12-17"},
    {"2024-12-17", "On April 7 a missile hit a bus. Twenty fighters have been killed there since then.",
     "count=20 first=2024-04-07 last=2024-12-17 scope=cumulative"},
    /* the sentence before tells of the attack */
    {"2024-12-17", "On Friday gunmen attacked a bus in Norvik. Nine people were killed in that attack.",
     "count=9 first=2024-12-13 last=2024-12-13"},
    {"2024-12-17", "On Friday gunmen ambushed a bus in Norvik. An officer was also killed in that incident.",
     "count=1 first=2024-12-13 last=2024-12-13"},
    {"2024-12-17", "A bomb exploded in Tarrow on Sunday. Five villagers were wounded.",
     "count=5 first=2024-12-15 last=2024-12-15 basis=Sunday"},
    {"2024-12-17", "A market in Tarrow was shelled last night. Two miners were killed.",
     "count=2 first=2024-12-16 basis=\"last night\""},
    {"2024-12-17", "A bomb exploded in Tarrow on Sunday.\n\nFive villagers were wounded.",
     "count=5 first=2024-12-15 basis=Sunday"},
    {"2024-12-17", "A bomb exploded in Tarrow on Sunday.\n\nFive villagers were wounded in Brask.",
     "count=5 first=- basis=-"},
    {"2024-12-17", "The council met in Tarrow on Sunday. Five villagers were wounded.",
     "count=5 first=- basis=-"},
    {"2024-12-17", "A bomb exploded in Tarrow on Sunday. Five villagers were wounded in a clash.",
     "count=5 first=- basis=-"},
    {"2024-12-17",
     "An attack hit Tarrow on Sunday. The road is shut.\n\nFive villagers were wounded in the attack.",
     "count=5 first=2024-12-15 basis=Sunday"},
    {"2024-12-17",
     "An attack hit Tarrow on Sunday. A blast shook Brask. Five villagers were wounded in the blast.",
     "count=5 first=- basis=-"},
    /* the sentence behind says when it took place */
    {"2024-12-17", "Five villagers were wounded in a raid on Tarrow. The raid took place on Sunday.",
     "count=5 first=2024-12-15 last=2024-12-15 basis=Sunday"},
    {"2024-12-17", "Five villagers were wounded in a raid on Tarrow. The raid will be debated on Sunday.",
     "count=5 first=- basis=-"},
    {"2024-12-17", "In 2014-16 nine monks were killed.", "count=9 first=2014-01-01 last=2016-12-31"},
    /* before and after a time of day */
    {"2024-12-17", "Two blasts just before noon left five people wounded.",
     "first=2024-12-17 last=2024-12-17"},
    {"2024-12-17", "Shortly after 3 p.m. on Saturday five people were wounded.",
     "first=2024-12-14 last=2024-12-14"},
    {"2024-12-17", "After Friday night five people were wounded.", "first=2024-12-13 last=2024-12-17"},
    {"2024-12-17",
     "Within the next 72 hours the army will name the murderers of six monks, who died in the war.",
     "count=6 first=- last=2024-12-17"},
    /* the time of another verb */
    {"2024-12-17", "The bishop protested on Monday the murder of two monks.", "count=2 first=- basis=-"},
    {"2024-12-17", "The party on Monday demanded that they look into the murder of two monks.",
     "count=2 first=- last=2024-12-16 basis=-"},
    {"2024-12-17", "The fire on Monday caused the deaths of two monks.", "count=2 first=2024-12-16"},
    {"2024-12-17", "The murder of two monks was condemned by the mayor on Monday.",
     "count=2 first=- basis=-"},
    {"2024-12-17", "The judge who looked into the deaths of two monks was threatened on Monday.",
     "count=2 first=- basis=-"},
    {"2024-12-17", "The bodies of two monks were found on Monday.", "count=2 first=2024-12-16"},
    {"2024-12-17", "The murder of two monks was committed on Monday.", "count=2 first=2024-12-16"},
    {"2024-12-17", "The deaths of two monks were caused by a fire on Monday.", "count=2 first=2024-12-16"},
    {"2024-12-17", "Police on Monday named the men who told them that two monks were killed.",
     "count=2 first=- basis=-"},
    {"2024-12-17", "The judge, looking into the murder of two monks, said on Monday that it was hard.",
     "count=2 first=- basis=-"},
    {"2024-12-17", "The bombing on Monday caused the deaths of two monks.", "count=2 first=2024-12-16"},
    {"2024-12-17", "It was reported on Monday that two monks were killed.",
     "count=2 first=- last=2024-12-16"},
    {"2024-12-17", "News emerged in October that Norland had killed nine monks.",
     "count=9 first=- last=2024-10-31"},
    {"2024-12-17", "The mayor, who took office on Friday, was wounded.", "first=- basis=-"},
    {"2024-12-17", "The bishop mourned the murder of a monk who was killed on Friday.",
     "subtype=killed first=2024-12-13"},
    {"2024-12-17", "Three monks were wounded in a raid that hit Tarrow on Friday.",
     "count=3 first=2024-12-13"},
    {"2024-12-17", "Three monks were wounded in clashes that occurred on Friday.",
     "count=3 first=2024-12-13"},
    {"2024-12-17", "Three monks were wounded by men who had fled on Friday.", "count=3 first=- basis=-"},
    /* what is no day dates nothing */
    {"2024-12-17", "Four soldiers were killed on 31 November.", "count=4 first=- last=2024-12-17 basis=-"},
};

static void claims_take_no_other_day(void **state)
{
    (void)state;
    check_dated_rows(rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_take_no_other_day),
    };
    return cmocka_run_group_tests_name("when_not", tests, NULL, NULL);
}
