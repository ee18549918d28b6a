/* Who was sent, deployed or withdrawn, by whom, and when: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row moves[] = {
    {"France moved 5,000 men to the border on Monday.",
     "count=5000 subtype=moved actor=France first=2024-12-16"},
    {"The Malian army withdrew from Gao on Monday. Rebel fighters entered the town on Tuesday.",
     "actor=rebels subtype=deployed count=-"},
    {"Malian soldiers withdrew from Gao. Twelve militia fighters were killed.", "count=12 actor=fighters"},
    {"Twelve Malian rebel fighters were killed.", "count=12 actor=rebels"},
    {"Twelve Malian guerrillas were killed.", "count=12 actor=guerrillas"},
    {"Twelve members of the Malian rebels were killed.", "count=12 actor=rebels"},
    {"Twelve Hamas militants were killed.", "count=12 actor=Hamas"},
    {"Twelve Malian fighters were killed.", "count=12 actor=Mali"},
    {"Three private citizens were wounded.", "count=3 actor=people"},
    {"Twelve police reinforcements were killed.", "count=12 actor=police"},
    {"French troops pushed into Mali on Monday.", "actor=France subtype=deployed place=Mali"},
    {"French naval infantry has taken up positions near Gao.", "actor=France subtype=deployed place=Gao"},
    {"French troops have rejoined the front near Gao.", "actor=France subtype=entered_combat"},
    {"North Korea sent around 11,000 men to Kursk.", "count=11000 actor=\"North Korea\" subtype=sent"},
    {"North Korea sent 11,000 men",
     "count=11000 actor=\"North Korea\" subtype=sent"}, /* and nothing behind */
    {"Pyongyang has sent 11,000 men to Kursk.", "count=11000 actor=\"North Korea\" subtype=sent"},
    {"France brought 300 men home from Chad.", "count=300 actor=France subtype=withdrawn"},
    {"France will withdraw 300 men from Mali only if Chad withdraws from Bamako.",
     "count=300 subtype=withdrawn place=Mali"},
    {"France will send 300 soldiers, if parliament agrees, to Chad.", "count=300 place=Chad"},
    {"France will withdraw 300 soldiers if needed from Mali.", "count=300 place=Mali"},
    {"France will deploy a \"few thousand\" more troops to Chad.", "min=2000 max=9999 actor=France"},
    {"France keeps 3,000 troops in Mali and 5,000 more in Chad.", "count=5000 place=Chad subtype=deployed"},
    {"The force has 11,000 uniformed personnel, of whom Benin contributes 4,500, Mali 2,500 and Niger 90.",
     "count=4500 actor=Benin subtype=sent"},
    {"The force has 11,000 uniformed personnel, of whom Benin contributes 4,500, Mali 2,500 and Niger 90.",
     "count=90 actor=Niger subtype=sent"},
    {"France sent 300 soldiers, Benin two battalions and Niger 20.", "count=- actor=Benin subtype=sent"},
    {"France sent 100 instructors to Mali. The men flew into Gao on Monday.",
     "count=- subtype=sent first=2024-12-16"},
    {"France agreed to pull its 1,000 troops out of Niger, ending its role in West Africa.",
     "count=1000 subtype=withdrawn place=Niger"}, /* no part of the world pushes out a country */
    {"France reinforced the airfield at Kolna with several dozen men.", "min=24 max=99 subtype=reinforced"},
};

/* What is to begin, or goes on until a day to come. */
static const struct report_row ahead[] = {
    {"Norland's parliament voted to deploy up to 500 peacekeepers to Chad.", "max=500 subtype=planned"},
    {"The senate has authorised sending 500 troops to Chad.", "count=500 subtype=planned"},
    {"France authorised and sent 300 soldiers to Chad on Monday.",
     "count=300 subtype=sent status=confirmed first=2024-12-16"},
    {"France consented to nothing but sent 300 soldiers to Chad on Monday.",
     "count=300 subtype=sent status=confirmed first=2024-12-16"},
    {"Parliament voted in favour of deploying 500 troops to Chad.", "count=500 subtype=planned"},
    {"The parliament gave its consent to send 500 troops to Chad.", "count=500 subtype=planned"},
    {"France is sending another 400 marines to Mali in March.",
     "count=400 subtype=planned status=expected first=2025-03-01 last=2025-03-31"},
    {"France is sending 400 marines to Mali, where nine men died in March.",
     "count=9 subtype=killed first=2024-03-01"},
    {"France sent 1,200 soldiers to Mali. The minister said the remaining 6,800 would follow by May.",
     "count=6800 subtype=planned status=expected source=minister"},
    {"The deployment of 300 soldiers to Gao, ordered on 3 December, will begin next week.",
     "count=300 subtype=planned status=expected first=2024-12-23 last=2024-12-29"},
    {"The withdrawal of 300 soldiers from Gao is due to start on 3 January.",
     "count=300 subtype=withdrawn status=expected first=2025-01-03"},
    {"France is withdrawing its last 300 soldiers from Mali by the end of January.",
     "count=300 subtype=withdrawn status=expected actor=France last=2025-01-31"},
    {"France said it was bringing its 300 soldiers home from Mali by March.",
     "count=300 subtype=withdrawn status=expected actor=France last=2025-03-31"},
    {"France is sending 300 soldiers to Mali next week.",
     "count=300 subtype=planned status=expected first=2024-12-23"},
    {"The National Guard will be deployed to Norvik, the governor said.",
     "count=- subtype=planned actor=\"National Guard\""},
    {"A National Guard soldier was sent to Norvik.", "count=1 subtype=sent actor=\"National Guard\""},
    /* what has begun, or goes on, is no plan */
    {"The deployment of 300 soldiers to Gao, ordered on 3 December, began on Monday.",
     "count=300 subtype=deployed status=confirmed"},
    {"The deployment of 300 soldiers to Gao will last until March.",
     "count=300 subtype=deployed status=confirmed"},
    {"France is sending 300 soldiers to Mali.", "count=300 subtype=sent status=confirmed"},
    {"France is sending 300 soldiers to Mali, where a vote is due next week.",
     "count=300 subtype=sent status=confirmed"},
    {"French troops are fighting in Mali until next week.", "subtype=entered_combat status=confirmed"},
};

static const struct report_row senders[] = {
    {"Norland will pull 700 soldiers out of Chad. France has promised to send a battalion of 450 to Gao.",
     "count=450 subtype=planned actor=France place=Gao"},
    {"France sent 300 soldiers to Mali and Kenya sent 200 to Niger.",
     "count=200 actor=Kenya place=Niger places=1"},
    {"France sent 300 soldiers to Mali and Kenya sent 200 to Niger.",
     "count=300 actor=France place=Mali places=1"},
    {"France lost 30 soldiers and Kenya lost 20.", "count=20 actor=Kenya"},
    {"France sent 300 soldiers to Mali and Chad sent 200.", "count=200 actor=Chad"},
    {"France withdrew 300 soldiers, and Chad and Kenya sent 200.", "count=300 actor=France"},
    {"France sent 300 soldiers to Mali, while Jordan deployed 200 to Niger.",
     "count=200 actor=Jordan place=Niger places=1"},
    {"French soldiers in Mali and Kenya killed nine rebels and wounded 12.", "count=9 place=Mali places=2"},
    {"France sent two battalions to Gao.", "count=- subtype=sent actor=France"},
    {"France moved the 12th Division from Gao to Kidal.", "count=- subtype=moved actor=France place=Kidal"},
    {"The 12th Division has reached Gao.", "count=- subtype=deployed place=Gao"},
    {"France and Belgium sent 300 soldiers to Mali.", "count=300 actor=\"France; Belgium\""},
    {"Jamaica, Benin and Kenya have promised to contribute 1,500 soldiers.",
     "count=1500 subtype=planned actor=\"Jamaica; Benin; Kenya\""},
    {"On Monday Belgium and the Netherlands sent 300 soldiers to Mali.", "actor=\"Belgium; Netherlands\""},
    {"After talks with Russia, France sent 300 soldiers to Mali.", "actor=France"},
    {"After talks with Russia and Belgium, France sent 300 soldiers to Mali.", "actor=France"},
    {"UN troops withdrew from Kidal on Monday. The army has since moved a battalion to Tessalit.",
     "subtype=moved actor=forces place=Tessalit"},
    {"Russia has massed 190,000 soldiers. NATO has put planes on standby and sent reinforcements to Poland.",
     "subtype=sent count=- actor=forces place=Poland"},
    {"Malian soldiers left Gao on Sunday after police reinforcements were rushed in.",
     "subtype=sent count=- actor=police"},
    {"The garrison of 300 men in Gao was reinforced on Monday.", "subtype=reinforced count=-"},
    {"France, which sent 300 soldiers to Mali in May, accused Russia of lying.",
     "count=300 subtype=sent status=confirmed actor=France place=Mali source=- first=2024-05-01"},
    {"France, which has 300 soldiers in Mali, said it would stay.",
     "count=300 subtype=deployed actor=France"},
    /* a state that no table knows, of which a body spoke before; a person is none */
    {"Norland's general staff said its men had killed nine Sudmark soldiers. Norland pulled back two "
     "battalions.",
     "subtype=withdrawn actor=Norland"},
    {"Norland's defence ministry accused Chad of lying. Norland will send 900 troops to Goma.",
     "count=900 actor=Norland"},
    {"Norland's army said it had killed 40 rebels. Norland sent 900 troops to Goma.",
     "count=900 actor=Norland"},
    {"Bremmer's office said rebels had killed nine soldiers. Bremmer sent 900 troops to Goma.",
     "count=900 actor=troops"},
    {"Nine French soldiers were killed, Bremmer said. Bremmer pulled back two battalions.",
     "subtype=withdrawn actor=forces"},
};

static const struct report_row journeys[] = {
    {"Rebels withdrew from Gao on Monday and entered Kidal on Sunday.",
     "subtype=withdrawn place=Gao places=1 first=2024-12-16"},
    {"Rebels withdrew from Gao on Monday and entered Kidal on Sunday.",
     "subtype=deployed place=Kidal places=1 first=2024-12-15"},
    {"France sent 300 soldiers to Mali last week and closed its base in Niger on Monday.",
     "count=300 place=Mali places=1"},
    {"France sent 300 soldiers to Mali last week and on Monday closed its base in Niger.",
     "count=300 place=Mali places=1"},
    {"France has reinforced its mission in Kosovo with 200 soldiers after a clash in Banjska.",
     "count=200 subtype=reinforced place=Kosovo places=1"},
    {"Mali sent 150 soldiers to Niger in January. Chile, which has deployed 78 soldiers, said it would send "
     "more.",
     "count=78 first=- places=0"},
    /* each side sends and loses its own */
    {"France sent 300 soldiers to Mali, Benin 200 and Belgium 100.",
     "count=200 actor=Benin places=1 place=Mali"},
    {"France has lost 30 soldiers in Mali, Benin 20 and Belgium 10.", "count=30 places=1 place=Mali"},
    {"The 47th brigade left Gao and was redeployed to Kidal.", "subtype=withdrawn place=Gao places=1"},
    {"North Korea sent 10,000 soldiers to train and fight in Kursk.", "count=10000 place=Kursk"},
};

static const struct report_row days[] = {
    /* the day of the verb of the sentence is not that of the participle */
    {"The 60 French soldiers sent to Mali were withdrawn on Monday.", "subtype=sent first=- last=2024-12-16"},
    {"The 60 French soldiers sent to Mali were withdrawn on Monday.", "subtype=withdrawn first=2024-12-16"},
    {"The 60 French soldiers sent to Mali on Sunday were withdrawn on Monday.",
     "subtype=sent first=2024-12-15"},
    /* nor that of the occasion */
    {"France sent 300 soldiers to Mali before the vote on Sunday.", "count=300 first=- last=2024-12-17"},
    {"France sent 300 soldiers to Mali ahead of the vote on Sunday.", "count=300 first=- last=2024-12-17"},
    {"France sent 300 soldiers to Mali in the wake of a coup in May.", "count=300 first=- last=2024-12-17"},
    {"France sent 300 soldiers to Mali following Monday's attack.", "count=300 first=- last=2024-12-17"},
    {"France sent 300 soldiers to Mali in response to Monday's raid.", "count=300 first=- last=2024-12-17"},
    {"France sent 300 soldiers to Mali on Monday after the vote.", "count=300 first=2024-12-16"},
    {"France sent 300 soldiers to Mali after an appeal, on Monday.", "count=300 first=2024-12-16"},
    {"French soldiers entered Gao before dawn on Monday.", "place=Gao first=2024-12-16"},
    {"French troops had entered southern Lebanon.", "subtype=deployed place=Lebanon"},
    {"About 200 rebels entered north Mali on Sunday.", "subtype=deployed place=Mali count=200"},
    {"The army pulled back from Osk.", "subtype=withdrawn place=Osk"},
    {"French soldiers have pulled out of Norvik.", "subtype=withdrawn place=Norvik"},
    {"French soldiers crossed into Osk on Sunday.", "subtype=deployed place=Osk"},
    {"The army pulled back from the deal. In Gao nine soldiers were killed.", "subtype=killed place=Gao"},
    {"Rebels killed three men before the vote on Sunday.", "count=3 first=2024-12-15"},
    /* a stay begins with what sends them there */
    {"France sent 300 soldiers to Mali for six months.", "count=300 first=- last=2024-12-17"},
    {"Kenya has sent 300 soldiers to Mali for two weeks.", "count=300 first=- last=2024-12-17"},
    {"France deployed 300 soldiers to Mali for a year.", "count=300 first=- last=2024-12-17"},
    {"Some 300 French soldiers have been stationed in Mali for two weeks.", "first=2024-12-04"},
    {"France has had 300 soldiers in Mali for two weeks.", "first=2024-12-04"},
    {"French troops have fought in Gao for three days.", "first=2024-12-15"},
    {"Nine men kidnapped in Gao were later killed on Monday.", "subtype=captured first=- last=2024-12-16"},
    {"Twelve people were killed in Gao and nine wounded in Kidal on Monday.",
     "subtype=killed first=2024-12-16"},
};

static void a_plan_is_not_told_as_done(void **state)
{
    (void)state;
    check_rows(PUBLISHED, ahead, sizeof ahead / sizeof *ahead);
}

static void each_move_has_its_own_day(void **state)
{
    (void)state;
    check_rows(PUBLISHED, days, sizeof days / sizeof *days);
}

static void each_move_has_its_own_place(void **state)
{
    (void)state;
    check_rows(PUBLISHED, journeys, sizeof journeys / sizeof *journeys);
}

static void those_sent_are_of_who_sends_them(void **state)
{
    (void)state;
    check_rows(PUBLISHED, senders, sizeof senders / sizeof *senders);
}

static void a_move_has_a_force(void **state)
{
    (void)state;
    check_rows(PUBLISHED, moves, sizeof moves / sizeof *moves);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_move_has_a_force),
        cmocka_unit_test(each_move_has_its_own_day),
        cmocka_unit_test(a_plan_is_not_told_as_done),
        cmocka_unit_test(each_move_has_its_own_place),
        cmocka_unit_test(those_sent_are_of_who_sends_them),
    };
    return cmocka_run_group_tests_name("deployments", tests, NULL, NULL);
}
