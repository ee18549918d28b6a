/* Days of what a sentence tells beside what it is about: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* what the attack before did, not what happened since */
    {"It was the deadliest attack since the Norvik bombing of February 14, 2019, in which 40 people were "
     "killed.",
     "count=40 first=2019-02-14 last=2019-02-14 scope=incident"},
    {"This was the worst raid since the shelling of Kolna in March 2019, which killed 40 villagers.",
     "count=40 first=2019-03-01 last=2019-03-31 scope=incident"},
    /* the day of a claim in an aside */
    {"France, which sent 300 soldiers in July 2021, now has 900 troops in Chad.",
     "count=900 first=- last=2024-12-17"},
    {"The attack, which killed nine on Monday, left 12 people wounded.",
     "count=12 first=2024-12-16 last=2024-12-16"},
    /* so many were known then */
    {"On Monday the ministry raised the death toll to 38.", "count=38 first=- last=2024-12-16"},
    {"The council on Monday lowered its estimate to 20 dead.", "count=20 first=- last=2024-12-16"},
    {"Officials raised the death toll to 38 on Monday.", "count=38 first=- last=2024-12-16"},
    {"Officials on Monday raised the toll from Saturday's attack to 38.",
     "count=38 first=2024-12-14 last=2024-12-14"},
    /* the day of a participle or relative clause behind a noun whose verb follows */
    {"A shell dug up in 1998 killed three boys in Kolna.", "count=3 first=- last=2024-12-17"},
    {"A drone bought in 2023 killed 12 soldiers.", "count=12 first=- last=2024-12-17"},
    {"A bomb dropped in 1944 killed two farmers.", "count=2 first=- last=2024-12-17"},
    {"A mine laid in 1994 by rebels killed two farmers.", "count=2 first=- last=2024-12-17"},
    {"A pact signed on 12 November collapsed when a drone killed nine people in Norvik.",
     "count=9 first=- last=2024-12-17"},
    {"A clinic opened in 2019 was hit and nine nurses were killed.", "count=9 first=- last=2024-12-17"},
    {"Soldiers who arrived in October killed nine farmers in Norvik.", "count=9 first=- last=2024-12-17"},
    {"On Monday guards who killed nine people in May shot dead two farmers.",
     "count=2 first=2024-12-16 last=2024-12-16"},
    {"A bomb planted on Sunday killed two farmers.", "count=2 first=2024-12-15 last=2024-12-15"},
    {"A raid launched on Sunday killed two farmers.", "count=2 first=2024-12-15 last=2024-12-15"},
    {"Rockets fired in May killed two farmers.", "count=2 first=2024-05-01 last=2024-05-31"},
    {"The explosion that shook Norvik on Sunday killed two farmers.",
     "count=2 first=2024-12-15 last=2024-12-15"},
    {"Rebels backed by Norland on Sunday killed two farmers.", "count=2 first=2024-12-15 last=2024-12-15"},
    {"A car packed with mines on Sunday killed two farmers.", "count=2 first=2024-12-15 last=2024-12-15"},
    {"The raid, claimed by rebels on Monday, killed two farmers.", "count=2 first=-"},
    {"Gunmen arrived on Sunday and killed two farmers.", "count=2 first=2024-12-15 last=2024-12-15"},
    {"Nine people were killed in a village seized by rebels in June.", "count=9 first=- last=2024-12-17"},
    {"Nine people were killed in a raid on a village seized by rebels on Sunday.",
     "count=9 first=2024-12-15 last=2024-12-15"},
    {"Nine people were killed by rebels backed by Chad in June.", "count=9 first=2024-06-01 last=2024-06-30"},
    {"Nine people were killed when a house built in 1950 was hit.", "count=9 first=- last=2024-12-17"},
    {"The mayor, elected in May, said nine people were killed.", "count=9 first=- last=2024-12-17"},
    {"The mayor, speaking on Sunday, said nine people were killed.", "count=9 first=- last=2024-12-15"},
    {"Nine people, including a girl born in 2019, were killed.", "count=9 first=- last=2024-12-17"},
    {"Despite the truce of 1 November, nine people were killed.", "count=9 first=- last=2024-12-17"},
    {"Under a deal reached in June, France withdrew 300 soldiers.", "count=300 first=- last=2024-12-17"},
    {"In a village seized by rebels in June, nine people were killed.", "count=9 first=- last=2024-12-17"},
    {"In a raid launched in June, nine people were killed.", "count=9 first=2024-06-01 last=2024-06-30"},
    {"In the spring of 2022, nine people were killed.", "count=9 first=2022-03-01"},
    /* the day of an apposition */
    {"In Norvik, site of the 1994 massacre, gunmen killed nine people.", "count=9 first=- last=2024-12-17"},
    {"In Kolna, taken by rebels in June, shells killed nine people.", "count=9 first=- last=2024-12-17"},
    {"Shells killed nine people in Kolna, captured by rebels in June.", "count=9 first=- last=2024-12-17"},
    {"The pact, agreed on November 30, was broken when nine guards were killed.",
     "count=9 first=- last=2024-12-17"},
    {"Norland, independent since 1960, lost nine soldiers in Norvik.",
     "count=9 scope=incident first=- last=2024-12-17"},
    {"In Kolna, shelled by rebels on Sunday, nine people were killed.",
     "count=9 first=2024-12-15 last=2024-12-15"},
    {"The siege of Kolna, begun in June, left 90 people dead.", "count=90 first=2024-06-01"},
    {"Gunmen killed nine people in a raid on Kolna, launched on Sunday.",
     "count=9 first=2024-12-15 last=2024-12-15"},
    {"Gunmen killed nine people, burned a mill, and fled on Sunday.",
     "count=9 first=2024-12-15 last=2024-12-15"},
    {"Bremmer, a judge, told the Herald that after leaving court on Sunday, two clerks were kidnapped.",
     "count=2 first=2024-12-15"},
    {"Bremmer, a judge, reported on Monday that in November, rebels killed 30 clerks.",
     "count=30 first=2024-11-01 last=2024-11-30"},
    {"Bremmer, a judge, named on Sunday, was kidnapped.", "count=1 first=- last=2024-12-17"},
    /* what came after what befell others */
    {"France sent 400 soldiers after rebels killed 12 people on Sunday.",
     "count=400 subtype=sent first=- last=2024-12-17"},
    {"France sent 400 soldiers on Monday after rebels killed 12 people on Sunday.",
     "count=400 subtype=sent first=2024-12-16"},
    {"On Monday, a day after rebels killed 12 people, France sent 400 soldiers to Kolna.",
     "count=400 subtype=sent first=2024-12-16 last=2024-12-16"},
    {"On Monday, a day after rebels killed 12 people, France sent 400 soldiers to Kolna.",
     "count=12 subtype=killed first=2024-12-15 last=2024-12-15"},
    {"On Monday, two days after similar blasts killed 12 people, nine died.", "count=9 first=2024-12-16"},
    /* of whom only a relative clause tells */
    {"On Monday, police presented 27 rebels who were captured in Norvik.",
     "count=27 first=- last=2024-12-16"},
    {"On Monday, the mayor met nine nurses who were wounded in Norvik.", "count=9 first=- last=2024-12-16"},
    {"On Monday, police met nine nurses who were wounded in Norvik on Sunday.", "count=9 first=2024-12-15"},
    {"On Monday, rebels attacked nine nurses who were wounded in Norvik.", "count=9 first=2024-12-16"},
    /* behind the dash or bracket that closes an aside */
    {"The rebels -- who killed 12 men on Sunday -- were in talks on Monday.",
     "count=12 first=2024-12-15 last=2024-12-15"},
    {"The rebels - who killed 12 men - have been in talks since December.",
     "count=12 first=- last=2024-12-17 scope=incident"},
    {"Rebels who seized the court in May (12 judges were killed) have been in talks since November.",
     "count=12 first=2024-05-01 last=2024-05-31 scope=incident"},
    {"Nine people were wounded -- seven nurses and two guards -- during a raid on Sunday.",
     "count=9 first=2024-12-15"},
    {"The Norvik\u2013Kolna convoy lost 12 soldiers on the Ostrel\u2013Kolna road on Sunday.",
     "count=12 first=2024-12-15"},
    {"Rebels \u2013 who killed 12 men on Sunday \u2013 were in talks on Monday.",
     "count=12 first=2024-12-15"},
    {"NORVIK, Dec. 15 -- Rebels killed 12 men on Saturday.", "count=12 first=2024-12-14"},
    /* what befell a soldier before he died */
    {"A soldier who was wounded on Monday has died.", "count=1 subtype=wounded first=2024-12-16"},
    {"A soldier who was wounded on Monday has died.", "count=1 subtype=killed first=-"},
    {"A soldier who was wounded on Monday died on Tuesday.", "count=1 subtype=killed first=2024-12-17"},
    /* who came to a place of old */
    {"On Sunday, hundreds gathered on the hill where the miners were killed.", "subtype=killed first=-"},
    {"On Sunday, hundreds gathered at a rally where nine people were killed.", "count=9 first=2024-12-15"},
    /* so long before */
    {"Two years after rebels took the town on 24 February 2022, more than 40 people have been killed.",
     "min=40 first=-"},
    {"Hours after rebels took the town on Sunday, nine people were killed.", "count=9 first=2024-12-15"},
    {"Ten years ago this week, police shot dead 34 miners.", "count=34 first=2014-01-01 last=2014-12-31"},
    /* the day on which bodies were found by those who came */
    {"Police who raided the house on Monday found three bodies.", "count=3 first=- last=2024-12-16"},
    {"Police raided the house on Monday and found three bodies.", "count=3 first=- last=2024-12-16"},
    {"Soldiers who entered the village on Monday discovered the bodies of nine farmers.",
     "count=9 first=- last=2024-12-16"},
    {"A bomb hit the house on Monday and nurses found three bodies.", "count=3 first=2024-12-16"},
    {"Nurses who came after shells hit the house on Monday found three bodies.", "count=3 first=2024-12-16"},
    /* ... and nobody stands before the first word of a text */
    {"Attacked villagers found nine bodies on Monday.", "count=9 last=2024-12-16"},
    {"Police who raided the house on Monday killed three men.", "count=3 first=2024-12-16"},
    /* the day of what came some time before it */
    {"Two soldiers died within weeks of their capture on 9 May.", "count=2 first=- last=2024-12-17"},
    {"Two soldiers were killed within hours of their arrest on Monday.", "count=2 first=2024-12-16"},
    {"Forty soldiers were killed in three days of fighting on Monday.", "count=40 first=2024-12-16"},
    /* the day on which people protested */
    {"Protesters marched in Kolna on Monday against the killing of nine people.", "count=9 first=-"},
    {"The rebels opened their campaign on Monday with the murder of nine people.",
     "count=9 first=2024-12-16"},
    /* the day on which somebody is asked about it */
    {"Police on Monday arrested a man over the bombing in which nine people died.", "count=9 first=-"},
    {"Police on Monday freed a man held over the bombing of a court, in which nine people died.",
     "count=9 first=-"},
    {"A court on Monday jailed two men for the raid in which nine people died.", "count=9 first=-"},
    {"Rebels on Monday carried out a raid in which nine people died.", "count=9 first=2024-12-16"},
    /* the day of the noun, of whatever is said about it */
    {"The king condemned Monday's murder of two nurses.", "count=2 first=2024-12-16 last=2024-12-16"},
    {"The king condemned the murder of two nurses on Monday.", "count=2 first=2024-12-16"},
    {"The king on Monday condemned the murder of two nurses.", "count=2 first=- last=2024-12-16"},
    {"The king condemned the bloody 7 June raid that killed nine people.",
     "count=9 first=2024-06-07 last=2024-06-07"},
    {"The king condemned in the 7 June speech the raid that killed nine people.", "count=9 first=-"},
    {"Rebels denied a role in the 7 June attack, which killed nine people.",
     "count=9 first=2024-06-07 status=confirmed"},
    {"Rebels denied a role in Monday's raid in which nine people were killed.",
     "count=9 first=2024-12-16 said=- status=confirmed"},
    {"Rebels said in Monday's statement that nine people were killed in the raid.",
     "count=9 first=- said=2024-12-16"},
    /* the day on which somebody put the toll */
    {"The ministry put the number of deaths at 100 to 300 on Thursday.", "min=100 first=- last=2024-12-12"},
    {"The ministry put the toll of the strike on Thursday at 12.", "count=12 first=2024-12-12"},
    {"The toll was 38 on Monday after two more people died.", "count=38 first=- last=2024-12-16"},
    {"The death toll was 38 in the attack on Monday.", "count=38 first=2024-12-16 last=2024-12-16"},
    {"The death toll of Monday's attack was 38.", "count=38 first=2024-12-16 last=2024-12-16"},
};

static const struct report_row clauses[] = {
    /* two clauses with a day each */
    {"Nine people died in Norvik on Saturday and on Monday four were wounded.",
     "count=9 first=2024-12-14 last=2024-12-14"},
    {"Nine people died in Norvik on Saturday and on Monday four were wounded.",
     "count=4 first=2024-12-16 last=2024-12-16"},
    {"France sent 300 soldiers in May 2022, and in June 2023 it withdrew 120.",
     "count=300 first=2022-05-01 last=2022-05-31"},
    {"France sent 300 soldiers in May 2022, and in June 2023 it withdrew 120.",
     "count=120 first=2023-06-01 last=2023-06-30"},
    {"Nine people died in Norvik on Saturday and on Monday.", "count=9 first=2024-12-14 last=2024-12-16"},
    {"Nine people died in Norvik in May and June.", "count=9 first=2024-05-01 last=2024-06-30"},
    /* what happened after something was said */
    {"The army said on Saturday it had killed 12 rebels, but on Monday rebels shot dead two guards.",
     "count=2 first=2024-12-16 last=2024-12-16 source=-"},
    {"The army said on Saturday that nine soldiers had died, and on Monday two more died.",
     "count=2 first=2024-12-16 last=2024-12-16 source=-"},
    {"The army said on Saturday that nine soldiers had died, and on Monday two more died.",
     "count=9 first=- last=2024-12-14 source=army"},
    {"The army said on Saturday it had killed 30 rebels, and in a second raid on Monday captured 12.",
     "count=30 first=- last=2024-12-14 source=army"},
    {"The army said on Saturday it had killed 30 rebels, and in a second raid on Monday captured 12.",
     "count=12 first=2024-12-16 last=2024-12-16"},
    {"Rebels stormed a base in May and in June killed 30 soldiers.",
     "count=30 first=2024-06-01 last=2024-06-30"},
    {"Nine people were killed in Kolna and in the town of Norvik on Monday.",
     "count=9 first=2024-12-16 last=2024-12-16"},
    {"Nine people died in the attack, which took place on Monday.",
     "count=9 first=2024-12-16 last=2024-12-16"},
    {"In 2022 France said it would quit Chad and on Monday it withdrew 300 soldiers.",
     "count=300 first=2024-12-16 last=2024-12-16"},
    {"In 2019 the ministry raised the toll, and on Monday two guards were killed in Norvik.",
     "count=2 first=2024-12-16 last=2024-12-16 source=-"},
    {"Police, who said on Saturday that nine people had died, captured 12 gunmen on Monday.",
     "count=12 first=2024-12-16 last=2024-12-16"},
    {"After the army said on Saturday that it had left, a mine killed nine people on Monday.",
     "count=9 first=2024-12-16 last=2024-12-16"},
    {"The army said on Saturday that nine soldiers had been killed on Monday.",
     "count=9 first=2024-12-09 last=2024-12-09 source=army"},
    {"The army said on Saturday that nine soldiers had died on Thursday and on Friday two more.",
     "count=9 first=2024-12-12 source=army"},
    {"The army said on Monday that nine soldiers had died on Saturday, and two on Sunday.",
     "count=9 first=2024-12-14 source=army"},
};

static const struct report_row totals[] = {
    {"Since the start of the full-scale invasion on Feb. 24, 2022, France has lost 9,280 troops.",
     "count=9280 scope=cumulative first=2022-02-24 last=2024-12-17"},
    {"Since the beginning of the long civil war in February 2022, 12,000 villagers have been killed.",
     "count=12000 scope=cumulative first=2022-02-01 last=2024-12-17"},
    {"Since the outbreak of all-out fighting between the two in May, 900 guards have died.",
     "count=900 scope=cumulative first=2024-05-01 last=2024-12-17"},
    {"Some 4,700 soldiers have been killed or wounded since they were first deployed to Norvik in May, "
     "including 600 deaths.",
     "count=600 scope=cumulative first=2024-05-01 last=2024-12-17"},
    {"Norland has sent 300 soldiers to Chad since June and on Monday lost 12 of them.",
     "count=12 first=2024-12-16 last=2024-12-16"},
    {"It was the bloodiest raid since the start of the full-scale war in 2022, and 12 guards were killed.",
     "count=12 scope=incident first=- last=2024-12-17"},
    {"Since the full-scale war began, Kolna has been quiet, but on Monday 12 guards were killed.",
     "count=12 scope=incident first=2024-12-16 last=2024-12-16"},
};

static void totals_go_on_until_today(void **state)
{
    (void)state;
    check_rows(PUBLISHED, totals, sizeof totals / sizeof *totals);
}

static const struct report_row acts[] = {
    /* what else was done that day, after the harm */
    {"Talks were put off on Monday because 12 soldiers had been killed near Kolna.",
     "count=12 first=- last=2024-12-16"},
    {"Norland shelled Kolna on Monday after 12 of its soldiers were killed in Norvik.",
     "count=12 first=- last=2024-12-16"},
    {"On Monday, hours after a bomb killed nine people, the mayor fled.", "count=9 first=- last=2024-12-17"},
    {"A boycott began on Sunday following the murder of two nurses.", "count=2 first=- last=2024-12-15"},
    {"An inquiry was opened on Monday into the deaths of 12 soldiers near Kolna.",
     "count=12 first=- last=2024-12-16"},
    {"The king pinned medals on Monday to 12 soldiers killed near Kolna.",
     "count=12 first=- last=2024-12-16"},
    {"The army flew home on Sunday two soldiers killed in Chad.", "count=2 first=- last=2024-12-15"},
    {"A video posted on Sunday shows 12 soldiers being killed.", "count=12 first=- last=2024-12-15"},
    {"Two soldiers captured near Kolna were shown on television on Sunday.",
     "count=2 subtype=captured first=- last=2024-12-15"},
    {"The December 3 edition of the Kolna Star reported that 12 people had been killed in Norvik.",
     "count=12 first=-"},
    {"The unit arrived on November 30 and has lost 12 soldiers near Kolna.",
     "count=12 first=- last=2024-12-17"},
    {"Nine people were killed on Sunday after a bomb exploded.", "count=9 first=2024-12-15 last=2024-12-15"},
    {"On Sunday after a clash nine people were killed in Kolna.", "count=9 first=2024-12-15 last=2024-12-15"},
    {"Fighting went on on Sunday with 12 soldiers killed near Kolna.",
     "count=12 first=2024-12-15 last=2024-12-15"},
    {"A bus overturned on Sunday when a mine exploded, killing 12 soldiers.",
     "count=12 first=2024-12-15 last=2024-12-15"},
    {"Rebels stormed Kolna on Sunday after shelling it, and 12 soldiers were killed.",
     "count=12 first=2024-12-15 last=2024-12-15"},
    {"The unit arrived on Sunday and lost 12 soldiers near Kolna.",
     "count=12 first=2024-12-15 last=2024-12-15"},
};

static void another_act_dates_no_harm(void **state)
{
    (void)state;
    check_rows(PUBLISHED, acts, sizeof acts / sizeof *acts);
}

static const struct report_row plans[] = {
    /* what lies ahead is of no day that is over */
    {"France said it would withdraw its 300 soldiers and closed its embassy on Sunday.",
     "count=300 status=expected first=- last=-"},
    {"France said it would send 300 soldiers and killed 12 rebels on Sunday.",
     "count=300 subtype=planned first=- last=-"},
    {"France will send 300 soldiers to Kolna after Sunday's raid, the ministry said.",
     "count=300 subtype=planned first=- last=-"},
    {"France will send 300 soldiers to Kolna in January, the ministry said.",
     "count=300 subtype=planned first=2025-01-01 last=2025-01-31"},
    {"In 2019 France said it would send 300 soldiers to Chad in January 2020.",
     "count=300 subtype=planned first=2020-01-01 last=2020-01-31"},
};

static void plans_lie_ahead(void **state)
{
    (void)state;
    check_rows(PUBLISHED, plans, sizeof plans / sizeof *plans);
}

static const struct report_row memories[] = {
    /* what is remembered */
    {"On the third anniversary of the 7 October attack, which killed 1,200 people, a mine killed two guards.",
     "count=1200 first=- last=2024-12-17"},
    {"On the third anniversary of the 7 October attack, which killed 1,200 people, a mine killed two guards.",
     "count=2 first=- last=2024-12-17"},
    {"At the anniversary of the 12 January 2020 raid, which killed 40, a mine killed two guards.",
     "count=40 first=2020-01-12 last=2020-01-12"},
    {"At the anniversary of the 12 January 2020 raid, which killed 40, a mine killed two guards.",
     "count=2 first=- last=2024-12-17"},
    {"A mine killed two guards near the memorial to the bombing of 14 February 2019, which killed 40.",
     "count=2 first=- last=2024-12-17"},
    {"A mine killed two guards near the memorial to the bombing of 14 February 2019, which killed 40.",
     "count=40 first=2019-02-14 last=2019-02-14"},
    {"On the anniversary of the truce on Sunday, a mine killed two guards.",
     "count=2 first=2024-12-15 last=2024-12-15"},
    {"On Sunday, the anniversary of the truce, a mine killed two guards.",
     "count=2 first=2024-12-15 last=2024-12-15"},
    /* what a look back leaves */
    {"A bomb killed nine people in Norvik on Monday. In May 2019 a raid there left 40 dead. Twelve more "
     "people "
     "were wounded in the blast.",
     "count=12 first=2024-12-16 last=2024-12-16"},
    {"A bomb killed nine people in Norvik on Monday. In May 2019 a raid there left 40 dead. Twelve more "
     "people "
     "were wounded in the raid.",
     "count=12 first=2019-05-01 last=2019-05-31"},
    /* what came before an attack */
    {"The raid, which came after France sent 300 men on Sunday, left 12 rebels dead.",
     "count=12 first=- last=2024-12-17"},
    {"The raid, which came two hours after rebels stormed Kolna on Sunday, left 12 rebels dead.",
     "count=12 first=- last=2024-12-17"},
    {"The raid, which began after dark on Sunday, left 12 rebels dead.",
     "count=12 first=2024-12-15 last=2024-12-15"},
    {"The raid, which destroyed a mill on Sunday, left 12 rebels dead.",
     "count=12 first=2024-12-15 last=2024-12-15"},
};

static void memories_date_nothing_else(void **state)
{
    (void)state;
    check_rows(PUBLISHED, memories, sizeof memories / sizeof *memories);
}

static const struct report_row dead[] = {
    /* the day on which the dead were found, or came back */
    {"France brought 12 dead soldiers home on Monday.", "count=12 first=- last=2024-12-16"},
    {"Norland returned 1,000 dead soldiers on Monday.", "count=1000 first=- last=2024-12-16"},
    {"The army on Monday took in 40 dead soldiers.", "count=40 first=- last=2024-12-16"},
    {"Police found three bodies on Sunday.", "count=3 first=- last=2024-12-15"},
    {"Rescuers recovered 12 more bodies in Kolna on Monday.", "count=12 first=- last=2024-12-16"},
    {"A bomb killed 12 soldiers and left three bodies in a yard on Sunday.",
     "count=12 first=2024-12-15 last=2024-12-15"},
    {"A raid on Sunday left 12 dead.", "count=12 first=2024-12-15 last=2024-12-15"},
};

static const struct report_row tolls[] = {
    /* on which day so many were known */
    {"The toll rose to 38 on Monday after the army found three bodies on Sunday.",
     "count=38 first=- last=2024-12-16"},
    {"The toll rose to 38 on Monday after two of the wounded died on Sunday.",
     "count=38 first=- last=2024-12-16"},
    {"The death toll climbed to 38 on Sunday when three people died of wounds.",
     "count=38 first=- last=2024-12-15"},
    {"Rescuers found three more bodies in Kolna on Sunday, bringing the death toll to 17.",
     "count=17 first=- last=2024-12-15"},
    {"Three more people died in Kolna on Sunday, bringing the death toll to 17.",
     "count=17 first=- last=2024-12-15"},
    {"Three more people died in Kolna on Sunday, bringing the death toll to 17.",
     "count=3 first=2024-12-15 last=2024-12-15"},
    {"The death toll from Friday's raid rose to 38 on Monday after three more people died on Sunday.",
     "count=38 first=2024-12-13 last=2024-12-13"},
    {"The death toll from Monday's car bomb climbed to 12.", "count=12 first=2024-12-16 last=2024-12-16"},
    {"The mayor said the toll from Sunday's protest violence in Norvik had risen to nine.",
     "count=9 first=2024-12-15 last=2024-12-15"},
    {"The number of dead in the weekend unrest rose to 12.", "count=12 first=2024-12-14 last=2024-12-15"},
    {"A bomb killed nine people on Friday. The figure reached 12 on Sunday.",
     "count=12 subtype=killed first=- last=2024-12-15"},
    {"A bomb killed nine people on Friday. Officials lowered the figure to seven on Sunday.",
     "count=7 subtype=killed first=- last=2024-12-15"},
    {"A bomb killed nine people on Friday. The clinic gave a toll of 12 on Sunday.",
     "count=12 subtype=killed first=- last=2024-12-15 source=clinic"},
    {"The toll in Monday's report rose to 12.", "count=12 first=- last=2024-12-16"},
    {"The toll from the landmine on Monday rose to 12.", "count=12 first=- last=2024-12-16"},
    {"On Sunday 12 guards died near Kolna and on Saturday three.",
     "count=12 first=2024-12-15 last=2024-12-15"},
};

static const struct report_row spans[] = {
    /* from the one day to the other */
    {"The raid on Kolna, which began on Friday and ended on Sunday, killed 12.",
     "count=12 first=2024-12-13 last=2024-12-15"},
    {"The battle that began on Friday and ended on Sunday killed 12.",
     "count=12 first=2024-12-13 last=2024-12-15"},
    {"In the 72 hours to Monday evening, 45 people were killed.",
     "count=45 first=2024-12-13 last=2024-12-16"},
    {"In the 24 hours to 6 p.m. on Monday, 45 people were killed.",
     "count=45 first=2024-12-15 last=2024-12-16"},
    {"The raid began on Friday and rebels ended a truce on Sunday, when 12 guards were killed.",
     "count=12 first=2024-12-15 last=2024-12-15"},
    /* the days of a life */
    {"Ivo Marr (3 June 1990 - 2 May 2024) was killed near Kolna.", "count=1 first=- last=2024-12-17"},
    {"Marta Lind (1961-2024), a nurse, was killed near Kolna.", "count=1 first=- last=2024-12-17"},
    {"Some 12,000 people were killed in the civil war in Chad (1965-1990).",
     "count=12000 first=1965-01-01 last=1990-12-31"},
    {"Some 12,000 people were killed in the siege of Kolna (3 May - 2 June 2024).",
     "count=12000 first=2024-05-03 last=2024-06-02"},
};

static void spans_are_whole(void **state)
{
    (void)state;
    check_rows(PUBLISHED, spans, sizeof spans / sizeof *spans);
}

static void tolls_are_of_the_day_of_their_figure(void **state)
{
    (void)state;
    check_rows(PUBLISHED, tolls, sizeof tolls / sizeof *tolls);
}

static void dead_are_found_later(void **state)
{
    (void)state;
    check_rows(PUBLISHED, dead, sizeof dead / sizeof *dead);
}

static void clauses_have_days_of_their_own(void **state)
{
    (void)state;
    check_rows(PUBLISHED, clauses, sizeof clauses / sizeof *clauses);
}

static void background_has_its_own_days(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_go_on_until_today),
        cmocka_unit_test(another_act_dates_no_harm),
        cmocka_unit_test(plans_lie_ahead),
        cmocka_unit_test(memories_date_nothing_else),
        cmocka_unit_test(tolls_are_of_the_day_of_their_figure),
        cmocka_unit_test(spans_are_whole),
        cmocka_unit_test(dead_are_found_later),
        cmocka_unit_test(clauses_have_days_of_their_own),
        cmocka_unit_test(background_has_its_own_days),
    };
    return cmocka_run_group_tests_name("background", tests, NULL, NULL);
}
