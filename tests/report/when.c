/* When claims happened: one line an expectation, under several publication dates. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct row {
    const char *published;
    const char *text;
    const char *expected; /* of one of the reports */
} rows[] = {
    /* a day and a count side by side */
    {"2024-12-17", "On 5 December 30 soldiers were killed.", "count=30 first=2024-12-05 last=2024-12-05"},
    {"2024-12-17", "On December 5 30 soldiers were killed.", "count=30 first=2024-12-05 last=2024-12-05"},
    {"2024-12-17", "In November 30 soldiers were killed.", "count=30 first=2024-11-01 last=2024-11-30"},
    {"2024-12-17", "In 2023 300 soldiers were killed.", "count=300 first=2023-01-01 last=2023-12-31"},
    {"2024-12-17", "By 5 December 300 villagers had been killed.", "count=300 first=- last=2024-12-05"},
    /* a day that is ruled out */
    {"2025-05-20", "The strike on Norvik on May 12, not May 13, killed 21 soldiers.",
     "count=21 first=2025-05-12 last=2025-05-12"},
    {"2025-05-20",
     "The strike, which took place on Sunday and not on Monday as first told, killed 21 soldiers.",
     "count=21 first=2025-05-18 last=2025-05-18"},
    {"2025-05-20", "The soldiers did not, on Monday, kill 21 farmers but wounded 30.",
     "count=30 first=2025-05-19 last=2025-05-19"},
    /* the day of an aside about whom it befell */
    {"2024-12-17", "Gen. Kosan, born in 1964, was killed by a bomb.",
     "subtype=killed first=- last=2024-12-17"},
    {"2024-12-17", "The brigade, formed in 2014, lost 40 soldiers.", "count=40 first=- last=2024-12-17"},
    {"2024-12-17", "On Friday, Gen. Kosan, appointed last month, was killed by a bomb.",
     "subtype=killed first=2024-12-13 last=2024-12-13"},
    {"2024-12-17", "The raid on Velm, launched on Friday, killed nine soldiers.",
     "count=9 first=2024-12-13 last=2024-12-13"},
    {"2024-12-17", "In Velm, on Friday, nine soldiers died.", "count=9 first=2024-12-13 last=2024-12-13"},
    {"2024-12-17", "Nine men who left on Friday were killed.", "count=9 first=- last=2024-12-17"},
    /* the day of another figure */
    {"2020-10-10", "Some 404 soldiers have died in two weeks, 26 of them on Friday.",
     "min=404 first=- last=2020-10-10"},
    {"2020-10-10", "At least 404 soldiers were killed, including 26 since Friday.",
     "min=404 first=- last=2020-10-10"},
    {"2020-10-10", "At least 404 soldiers were killed, up from 26 in January.",
     "min=404 first=- last=2020-10-10"},
    {"2020-10-10", "At least 404 soldiers were killed, compared with 26 in January 2020.",
     "min=404 first=- last=2020-10-10"},
    {"2020-10-10", "In the first two months of the year 404 soldiers were killed, against 26 in May 2019.",
     "count=404 first=2020-01-01 last=2020-02-29"},
    {"2025-03-20", "In the week ending 9 March, 20 soldiers were killed.",
     "count=20 first=2025-03-03 last=2025-03-09"},
    {"2025-03-20", "In the three months to March, 20 soldiers were killed.",
     "count=20 first=2025-01-01 last=2025-03-20"},
    {"2025-03-20", "Last week on Monday, 20 soldiers were killed.",
     "count=20 first=2025-03-10 last=2025-03-10"},
    {"2025-03-20", "The battle began on 3 March. On the second day, 20 soldiers were killed.",
     "count=20 first=2025-03-04 last=2025-03-04"},
    {"2025-03-20", "On Monday, 20 soldiers were killed on the second day of the siege.",
     "count=20 first=2025-03-17 last=2025-03-17"},
    {"2025-03-20", "Until the past week, 20 soldiers were killed, the army said on Monday.",
     "count=20 first=- last=2025-03-20"},
    /* below a line that is a date, or behind it in its paragraph */
    {"2025-06-20",
     "June 2\n\nSix border guards were killed near the mill.\n\nJune 4\n\nThe road to the east was cut by "
     "floods.",
     "count=6 first=2025-06-02 last=2025-06-02"},
    {"2025-06-20", "June 2 - Leaders meet in Orn. Six border guards are killed outside.",
     "count=6 first=2025-06-02 last=2025-06-02"},
    {"2025-06-20",
     "June 2\n\nThe road to the east was cut.\n\nJune 4\n\nIn all, 40 guards have been killed so far, the "
     "army says.",
     "count=40 first=- last=2025-06-04"},
    {"2025-06-20",
     "June 2\n\nThe road to the east was cut by floods.\n\nJune 4\n\nSix border guards were killed on "
     "Tuesday.",
     "count=6 first=2025-06-03 last=2025-06-03"},
    {"2025-06-20",
     "18 June 2025\n\nSix border guards were killed near the mill, which was shelled for hours.",
     "count=6 first=- last=2025-06-20"},
    {"2025-06-20",
     "June 2\n\nThe road to the east was cut by floods.\n\nJune 4\n\nThe mill was shelled for hours and "
     "burned.\n\nBackground\n\nSix border guards were killed near the mill, which was shelled for hours.",
     "count=6 first=- last=2025-06-20"},
    {"2025-03-20",
     "Monday 10 March\n\nThe road to the east was cut by floods.\n\nTuesday\n\nSix border guards were killed "
     "near the mill.",
     "count=6 first=2025-03-11 last=2025-03-11"},
    /* so long after a day that something else is of */
    {"2025-07-19", "Two days after the attack of 3 May, six soldiers were killed.",
     "count=6 first=2025-05-05 last=2025-05-05"},
    {"2025-05-06", "Six soldiers were killed a day after a truce took effect on Saturday.",
     "count=6 first=2025-05-04 last=2025-05-04"},
    {"2025-05-06", "Envoys arrived two days before a blast killed six soldiers on Saturday.",
     "count=6 first=2025-05-03 last=2025-05-03"},
    {"2025-03-20", "Six soldiers were killed two days after the truce in clashes on Monday.",
     "count=6 first=2025-03-17 last=2025-03-17"},
    {"2025-03-20", "Hours after the ceasefire took effect on Sunday, six soldiers were killed.",
     "count=6 first=2025-03-16 last=2025-03-16"},
    {"2025-06-20", "The army said on 12 June that 60 men had been wounded last week.",
     "count=60 first=2025-06-09 last=2025-06-12 or=2025-06-02/2025-06-08"},
    {"2025-03-20", "The army said on Monday it held the town, and three soldiers were killed yesterday.",
     "count=3 first=- last=2025-03-17"},
    {"2025-03-20", "Two years after the invasion of 24 February 2023, 10,000 people have been killed.",
     "count=10000 first=- last=2025-03-20"},
    {"2025-03-20", "Several days after the attack of 3 March, four people were killed.",
     "count=4 first=- last=2025-03-20"},
    {"2025-05-06", "Two days after the vote, on Saturday, six soldiers were killed.",
     "count=6 first=2025-05-03 last=2025-05-03"},
    /* the day of another clause */
    {"2025-10-01",
     "Six men were captured last Thursday on a ship which left port on 11 September, and two of them were "
     "killed.",
     "count=2 first=2025-09-25 last=2025-09-25"},
    {"2025-10-01", "In an attack which hit Orn on 11 September, two men were killed.",
     "count=2 first=2025-09-11 last=2025-09-11"},
    {"2025-09-08",
     "On Monday 90 soldiers were sent to Orn, and 200 more will be sent there in the coming days.",
     "count=200 first=- last=-"},
    {"2025-03-31", "In the last quarter of 2024, 66 miners were wounded; so far this year, 40.",
     "count=66 first=2024-10-01 last=2024-12-31"},
    /* one end of a range alone is not of another year */
    {"2025-03-20", "In 2020, on 5 and 6 May, 12 soldiers were killed.",
     "count=12 first=2020-05-05 last=2020-05-06 or=-"},
    /* a night has two days */
    {"2025-03-20", "On the night of 16/17 March, drones killed three people.",
     "count=3 first=2025-03-16 last=2025-03-17"},
    {"2024-12-15", "2023\n\n14-16 June: The town of Orn is shelled again. Three people are killed.",
     "count=3 first=2023-06-14 last=2023-06-16"},
    {"2025-06-20",
     "June 2\n\nThe road to the east was cut by floods.\n\nJune 4\n\nThe mill was shelled for hours and "
     "burned.\n\nThe war has gone on for three years. It began when rebels killed 14 guards.",
     "count=14 first=- last=2025-06-20"},
    {"2024-12-13", "Tuesday 3 December: Six soldiers died at Orn.\n\nSaturday: Nine soldiers died at Orn.",
     "count=9 first=2024-12-07 last=2024-12-07 or=2024-11-30/2024-11-30"},
    /* what was told on a day did not happen later */
    {"2025-10-09", "Six soldiers were killed on Thursday, according to a statement of the army on Wednesday.",
     "count=6 first=- last=2025-10-08"},
    {"2025-10-09", "On Monday, officials said that three people had been killed last night.",
     "count=3 first=2025-10-05 last=2025-10-05"},
    {"2025-10-09", "The mayor said on Tuesday that two people were killed yesterday.",
     "count=2 first=2025-10-06 last=2025-10-06"},
    {"2025-01-03", "On 31 December and 1 January shelling killed seven people.",
     "count=7 first=2024-12-31 last=2025-01-01"},
    {"2025-07-07", "Since the last report on 29 June, 44 people have been killed.",
     "count=44 first=2025-06-29 last=2025-07-07"},
    {"2025-07-18",
     "It began late on Wednesday evening. Shortly after midnight, a missile killed nine people.",
     "count=9 first=2025-07-17 last=2025-07-17"},
    {"2024-05-15", "A bomb killed 12 people on Tuesday, breaking a truce the council announced on Sunday.",
     "count=12 first=2024-05-14 last=2024-05-14"},
    {"2024-05-15", "A gunman killed five people shortly after midnight on Saturday night.",
     "count=5 first=2024-05-12 last=2024-05-12"},
    /* which day that was nobody tells */
    {"2025-03-20",
     "In the two-day battle, which ended on Saturday, 20 soldiers were killed on the first day.",
     "count=20 first=- last=2025-03-20"},
    {"2025-03-20", "The two-day battle ended on Saturday. On the first day, 20 soldiers were killed.",
     "count=20 first=- last=2025-03-20"},
    {"2025-03-20", "On the second day of the siege 20 soldiers were killed.",
     "count=20 first=- last=2025-03-20"},
    {"2020-10-10", "Shells killed 12 soldiers, five of them officers, on Friday.",
     "count=12 first=2020-10-09 last=2020-10-09"},
    {"2020-10-10", "Shells killed 12 soldiers, the army said, in raids against villages on Friday.",
     "count=12 first=2020-10-09 last=2020-10-09"},
    /* a bound: what was known on that day */
    {"2024-12-17", "As of Friday, 40 soldiers had been killed.", "count=40 first=- last=2024-12-13"},
    {"2024-12-17", "At least 40 soldiers were killed as of Dec. 10.", "min=40 first=- last=2024-12-10"},
    {"2024-12-17", "As of next week, France will deploy 400 troops in Chad.",
     "count=400 first=2024-12-23 last=-"},
    /* the days up to publication */
    {"2024-12-17", "In the past week, 40 soldiers were killed.", "first=2024-12-11 last=2024-12-17"},
    {"2024-12-15", "Over the last month 40 soldiers were killed.", "first=2024-11-16 last=2024-12-15"},
    {"2024-12-17", "In the past three days 40 soldiers were killed, the army said on Monday.",
     "first=2024-12-14 last=2024-12-16 said=2024-12-16"},
    {"2024-12-17", "The army said on Sunday that 40 soldiers had been killed in the past week.",
     "first=2024-12-09 last=2024-12-15"},
    {"2024-12-17", "40 soldiers were killed after the December 10 vote.", "first=2024-12-11 last=2024-12-17"},
    {"2024-12-17", "40 soldiers were killed before the December 10 vote.", "first=- last=2024-12-09"},
    {"2024-12-17", "Last week, 40 soldiers were killed.", "first=2024-12-09 last=2024-12-15"},
    /* what else it may be, where the words can be read in two ways; 2025-03-19 is a Wednesday */
    {"2025-03-19", "Twelve soldiers were killed last Tuesday in Brask.",
     "count=12 first=2025-03-18 last=2025-03-18 or=2025-03-11/2025-03-11"},
    {"2025-03-19", "Twelve soldiers were killed on Tuesday in Brask.", "count=12 first=2025-03-18 or=-"},
    {"2025-03-19", "Last Tuesday's attack in Brask killed twelve soldiers.",
     "count=12 first=2025-03-18 or=2025-03-11/2025-03-11"},
    {"2025-03-19", "Twelve soldiers have been killed in Brask since last Tuesday.",
     "count=12 first=2025-03-18 last=2025-03-19 or=2025-03-11/2025-03-19"},
    {"2025-03-19", "Twelve soldiers were killed in Brask before last Tuesday.",
     "count=12 first=- last=2025-03-17 or=-/2025-03-10"},
    {"2025-03-19", "Twelve soldiers were killed between last Monday and last Tuesday in Brask.",
     "count=12 first=2025-03-17 last=2025-03-18 or=2025-03-10/2025-03-11"},
    {"2025-03-19", "Twelve soldiers were killed last Monday and last Tuesday in Brask.",
     "count=12 first=2025-03-17 last=2025-03-18 or=2025-03-10/2025-03-11"},
    {"2025-03-19", "Shells hit Brask last Tuesday. The attack killed twelve soldiers.",
     "count=12 first=2025-03-18 last=2025-03-18 or=2025-03-11/2025-03-11"},
    {"2025-03-19",
     "Twelve soldiers were killed in Brask last Tuesday. At least 30 villagers were wounded in the attack.",
     "min=30 first=2025-03-18 or=2025-03-11/2025-03-11"},
    /* what has happened has not happened on a day to come */
    {"2025-03-19", "Heavy losses of Norland troops on Friday.", "first=2025-03-14 or=-"},
    /* parts of a period, lists and ranges */
    {"2024-12-17", "Nine soldiers were killed in the first three months of 2024.",
     "first=2024-01-01 last=2024-03-31"},
    {"2024-12-17", "Nine soldiers were killed in mid-to-late November.", "first=2024-11-11 last=2024-11-30"},
    {"2024-12-17", "Nine soldiers were killed in the winter of 2022-23.", "first=2022-12-01 last=2023-02-28"},
    {"2024-12-17", "Nine soldiers were killed on the last Sunday of October.",
     "first=2024-10-27 last=2024-10-27"},
    {"2024-12-17", "Nine soldiers were killed in the early hours of Sunday.",
     "first=2024-12-15 last=2024-12-15"},
    {"2024-12-17", "Nine soldiers were killed between Friday night and Sunday morning.",
     "first=2024-12-13 last=2024-12-15"},
    {"2024-12-17", "Nine soldiers were killed between late 2022 and early 2024.",
     "first=2022-09-01 last=2024-04-30"},
    {"2024-07-01", "Nine soldiers were killed on 3, 4 and 5 June.", "first=2024-06-03 last=2024-06-05"},
    {"2025-02-01", "Nine soldiers were killed between 30 December and 2 January.",
     "first=2024-12-30 last=2025-01-02"},
    {"2025-02-20", "Nine soldiers were killed between 6 and 8 a.m. on Monday.",
     "first=2025-02-17 last=2025-02-17"},
    {"2025-02-20", "Nine soldiers were killed on the 100th day of the war.", "first=- last=2025-02-20"},
    {"2024-12-17", "Nine soldiers were killed in the three days to Sunday.",
     "first=2024-12-13 last=2024-12-15"},
    {"2024-12-17", "Nine soldiers were killed in the week ending 11 December.",
     "first=2024-12-05 last=2024-12-11"},
    {"2024-12-17", "Nine soldiers were killed from Friday through Sunday night.",
     "first=2024-12-13 last=2024-12-15"},
    {"2024-06-05", "Nine soldiers were killed in the spring and summer of 2023.",
     "first=2023-03-01 last=2023-08-31"},
    {"2024-06-05", "Nine soldiers were killed between 9 p.m. on Friday and 3 a.m. on Saturday.",
     "first=2024-05-31 last=2024-06-01"},
    {"2024-06-05", "Nine soldiers were killed before the end of March.", "first=- last=2024-03-31"},
    {"2024-06-05", "Nine soldiers were killed since the end of March.", "first=2024-03-01 last=2024-06-05"},
    {"2024-06-05", "Nine soldiers were killed late Monday or early Tuesday.",
     "first=2024-06-03 last=2024-06-04"},
    {"2024-06-05", "Nine soldiers were killed overnight Monday to Tuesday.",
     "first=2024-06-03 last=2024-06-04"},
    {"2024-06-07", "Nine soldiers were killed early in the week.", "first=2024-06-03 last=2024-06-04"},
    {"2024-06-05", "Nine soldiers were killed from mid-2022 on.", "first=2022-05-01 last=2024-06-05"},
    /* days counted from one on */
    {"2024-12-17", "Since the war began in 2022, 46,000 soldiers have been killed and 390,000 wounded.",
     "count=46000 scope=cumulative first=2022-01-01 last=2024-12-17"},
    {"2024-12-17", "Since the war began in 2022, 46,000 soldiers have been killed and 390,000 wounded.",
     "count=390000 scope=cumulative first=2022-01-01 last=2024-12-17"},
    {"2024-12-17",
     "He said 46,000 soldiers had died since the war began in March 2022, and 390,000 had been wounded.",
     "count=390000 scope=cumulative first=2022-03-01 last=2024-12-17"},
    {"2024-12-17", "In the deadliest attack since the war began in 2022, 46 soldiers were killed.",
     "count=46 scope=incident first=- last=2024-12-17"},
    /* a day that is another's */
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
    {"2024-12-17", "A bomb killed 20 people on Wednesday, a day after similar blasts left 12 dead.",
     "count=20 first=2024-12-11 last=2024-12-11"},
    {"2024-12-17", "A bomb killed 20 people on Wednesday, a day after similar blasts left 12 dead.",
     "count=12 first=- last=2024-12-17"},
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
     "count=12 first=- last=2024-12-17"},
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

static void claims_are_dated(void **state)
{
    bool failed = false;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        bool found = false;

        arena_init(&arena, (size_t)64 << 20);
        struct analysis analysis = analyse_text(&arena, rows[i].published, rows[i].text);
        check_quotes(&analysis, str_from(rows[i].text));
        for (size_t k = 0; k < analysis.report_count; k++) {
            found = found || report_is(&analysis.reports[k], rows[i].expected);
        }
        arena_release(&arena);
        if (!found) {
            print_error("%s: %s\n  expected: %s\n", rows[i].published, rows[i].text, rows[i].expected);
            failed = true;
        }
    }
    assert_false(failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_are_dated),
    };
    return cmocka_run_group_tests_name("when", tests, NULL, NULL);
}
