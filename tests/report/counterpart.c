/* Who did it: sentences and the other side that each claim in them must have. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Fighters of no side that is named. */
static const struct report_row unnamed[] = {
    {"Gunmen killed nine farmers in Norvik.", "count=9 counterpart=gunmen"},
    {"The mayor said the gunmen had killed nine farmers.", "count=9 counterpart=gunmen source=mayor"},
    {"Suspected jihadists stormed a village on Monday, killing nine farmers.",
     "count=9 counterpart=jihadists"},
    {"The mayor accused militants of killing nine farmers.", "count=9 counterpart=militants"},
    {"The guerrillas who killed nine farmers fled.", "count=9 counterpart=guerrillas"},
    {"Nine farmers were killed by rebels.", "count=9 counterpart=rebels"},
    {"Nine farmers were kidnapped in Norvik on Monday by a group of suspected insurgents.",
     "count=9 counterpart=insurgents"},
    {"Nine farmers were killed in an ambush by rebels in Norvik.", "count=9 counterpart=rebels"},
    {"Nine farmers were killed in an attack carried out by rebels.", "count=9 counterpart=rebels"},
    {"Nine farmers were killed in a village held by rebels.", "count=9 counterpart=-"},
    {"Nine farmers were killed by mines laid by rebels.", "count=9 counterpart=-"},
    {"Nine farmers were killed and a post was taken by rebels.", "count=9 counterpart=-"},
    {"Nine farmers were killed by M23 rebels.", "count=9 counterpart=M23"},
    {"Nine farmers were killed, said a man freed by rebels.", "count=9 counterpart=-"},
    {"The army condemned the raid on the rebels that killed nine farmers.", "count=9 counterpart=-"},
    {"A clash with rebels killed nine farmers.", "count=9 counterpart=-"},
    {"Bombs in Garoua, Cameroon, and Bamako, Mali, on Monday killed nine farmers.", "count=9 counterpart=-"},
    {"Bombs exploded in the Malian and Chadian capitals, killing nine farmers.", "count=9 counterpart=-"},
    {"The monk was kidnapped with his Malian driver in Norvik.", "subtype=captured counterpart=-"},
    {"Nine farmers were killed in Norvik, along with two Malian nurses.", "count=9 counterpart=-"},
    {"Nine farmers were killed in a clash with their Malian neighbours.", "count=9 counterpart=Mali"},
    {"Police arrested gunmen after a blast killed nine farmers.", "count=9 counterpart=-"},
    {"The mayor of Norvik said his side's troops had killed nine rebels.", "count=9 counterpart=-"},
};

/* A participle behind a comma tells what the subject's deed came to: who was its target did not do it, and
 * those killed are of the force that was hit. */
static const struct report_row targets[] = {
    {"France launched 800 drones against Chad, killing four.", "count=4 counterpart=France"},
    {"France sent 800 drones against Chad, killing four farmers.", "count=4 counterpart=France"},
    {"French paratroopers destroyed a Malian column, killing 21.", "count=21 actor=Mali counterpart=France"},
    {"French paratroopers destroyed a Malian column, killing 21 men.",
     "count=21 actor=Mali counterpart=France"},
    {"French paratroopers destroyed a Malian column, killing 21 men and capturing five.",
     "count=5 subtype=captured counterpart=France"},
    {"French jets hit a Malian convoy, killing 12 soldiers.", "count=12 actor=Mali counterpart=France"},
    {"The army launched an offensive against M23 rebels, losing 40 men.", "count=40 actor=people"},
    {"Four French soldiers were killed in fighting against Mali.", "count=4 actor=France counterpart=Mali"},
    {"French jets hit a Malian village, killing 12 people.", "count=12 actor=people counterpart=France"},
    {"France suffered a Chadian attack, killing four.", "count=4 counterpart=Chad"},
    {"France sent Chadian soldiers into Mali, killing nine rebels.", "count=9 counterpart=Chad"},
};

/* Who killed "his soldiers" does not own them, nor does whom the verb before harmed own those lost. */
static const struct report_row owners[] = {
    {"The president hunted the Boko Haram fighters who killed 40 of his soldiers.",
     "count=40 actor=soldiers counterpart=\"Boko Haram\""},
    {"The Taliban killed three Islamic State fighters and lost two men of their own.",
     "count=2 actor=Taliban"},
    {"The Taliban killed three Islamic State fighters and lost two men of their own.",
     "count=3 actor=\"Islamic State\" counterpart=Taliban"},
    {"France killed nine Hamas fighters but lost three soldiers.", "count=3 actor=France"},
    {"France killed nine Hamas fighters but has lost three soldiers.", "count=3 actor=France"},
    {"France killed nine Hamas fighters, who lost a general, too.", "count=1 actor=Hamas"},
    {"France killed nine Hamas fighters, but Belgium lost three soldiers.", "count=3 actor=Belgium"},
    {"Chad, which lost 40 of its soldiers, vowed revenge.", "count=40 actor=Chad"},
    {"Iranian guards lost two generals.", "count=2 actor=Iran"},
    /* the state in which those fight who speak is not their own */
    {"A rebel coalition in Mali said its forces had killed nine mercenaries.", "count=9 counterpart=-"},
    {"A jihadist group in northern Somalia said its fighters had killed nine soldiers.",
     "count=9 counterpart=-"},
    {"The opposition in Syria said its forces had killed nine soldiers.", "count=9 counterpart=-"},
    {"A rebel group from Chad said its fighters had killed nine soldiers.", "count=9 counterpart=-"},
    {"A Malian rebel group said its fighters had killed nine soldiers.", "count=9 counterpart=-"},
    {"A rebel coalition in Mali said it had lost nine fighters.", "count=9 actor=fighters"},
    {"The army in Mali said its forces had killed nine rebels.", "count=9 counterpart=Mali"},
    {"The French group of forces said its jets had killed nine rebels.", "count=9 counterpart=France"},
};

/* "The army", of which the text does not say whose it is. */
static const struct report_row bodies[] = {
    {"The army killed nine farmers.", "count=9 counterpart=army"},
    {"The mayor said the militia shelled two markets in Norvik on Monday, killing nine.",
     "count=9 counterpart=militia source=mayor"},
    {"The mayor accused the army of killing nine farmers.", "count=9 counterpart=army"},
    {"Nine farmers were killed by the army.", "count=9 counterpart=army"},
    {"The Malian army killed nine farmers.", "count=9 counterpart=Mali"},
    {"A bomb hit the army, killing nine.", "count=9 counterpart=-"},
    {"The head of the army killed nine farmers.", "count=9 counterpart=-"},
    {"Nine farmers were killed by the Army of National Renewal.", "count=9 counterpart=-"},
    {"Nine farmers were killed by gangs during military rule.", "count=9 counterpart=-"},
};

/* Whose the body is that speaks, when a sentence before named it in full. */
static const struct report_row named_before[] = {
    {"The French army said it raided a town. The army said its jets hit a depot, killing nine rebels.",
     "count=9 counterpart=France"},
    {"The French army said it raided a town. It said it hit a depot, killing nine rebels.",
     "count=9 counterpart=France"},
    {"The French army said it raided a town. It said it lost nine men.", "count=9 actor=France"},
    {"The French army said it raided a town. The army said nine of its soldiers died.",
     "count=9 actor=France"},
    {"The French army said it raided a town. The army said a rocket hit a depot, killing nine farmers.",
     "count=9 counterpart=-"},
};

/* What fights for who speaks. */
static const struct report_row own[] = {
    {"The French army said its warplanes hit a depot, killing nine rebels.", "count=9 counterpart=France"},
    {"The French army said its air force had killed nine rebels.", "count=9 counterpart=France"},
    {"A French officer said his unit had captured nine rebels.", "count=9 counterpart=France"},
    {"A French commander said his men killed nine rebels.", "count=9 counterpart=France"},
    {"France said its aircraft crashed, killing nine people.", "count=9 counterpart=-"},
    {"France said its jets were shot down, killing nine people.", "count=9 counterpart=-"},
    {"A French commander said his brother was hit by a shell that killed nine.", "count=9 counterpart=-"},
};

/* Where it was written did not do it. */
static const struct report_row datelines[] = {
    {"KYIV, Oct 14 (Press) - Shelling killed nine people in Sumy.", "count=9 counterpart=-"},
    {"MOGADISHU, Somalia, Oct. 14 - A car bomb killed nine people.", "count=9 counterpart=-"},
    {"DAMASCUS, 14 October 2024: A drone strike killed nine people.", "count=9 counterpart=-"},
    {"KYIV: Shelling killed nine people in Sumy.", "count=9 counterpart=-"},
    {"KYIV, Oct 14 (Press) - Russia killed nine people in Sumy.", "count=9 counterpart=Russia"},
    {"Kyiv killed nine people in Sumy.", "count=9 counterpart=Ukraine"},
};

/* Who was struck, or only was there, did not do it. */
static const struct report_row struck[] = {
    {"A Malian town was shelled, killing nine.", "count=9 counterpart=-"},
    {"A Malian bus crashed, killing nine soldiers.", "count=9 counterpart=-"},
    {"Malian planes shelled a town, killing nine.", "count=9 counterpart=Mali"},
    {"Mali was bombing a town, killing nine.", "count=9 counterpart=Mali"},
    {"Kyiv fled shelling that killed nine people.", "count=9 counterpart=-"},
    {"Kyiv launched attacks that killed nine people.", "count=9 counterpart=Ukraine"},
    {"Kyiv suffered its worst night, with drones killing nine.", "count=9 counterpart=-"},
    {"Somalia arrested four men for killing nine farmers.", "count=9 counterpart=-"},
    {"Somalia was blamed for killing nine farmers.", "count=9 counterpart=Somalia"},
    {"Somalia's worst attack in months killed nine farmers.", "count=9 counterpart=-"},
    {"Somalia's attack killed nine farmers.", "count=9 counterpart=Somalia"},
    {"Mali's largest drone attack killed nine farmers.", "count=9 counterpart=Mali"},
    {"Israel's deadliest strike on Gaza killed nine people.", "count=9 counterpart=Israel"},
    {"Israel's deadliest attack on Beirut this year killed nine people.", "count=9 counterpart=Israel"},
    {"Mali's deadliest attack on the Chadian army killed nine people.", "count=9 counterpart=Mali"},
    {"Mali intensified strikes that killed nine people.", "count=9 counterpart=Mali"},
    {"Mali's largest drone attack on Monday killed nine farmers.", "count=9 counterpart=Mali"},
    {"Somalia's worst attack on Monday killed nine farmers.", "count=9 counterpart=-"},
    {"Chile's worst earthquake killed nine people.", "count=9 counterpart=-"},
    {"A Malian missile exploded in Kolna, killing nine people.", "count=9 counterpart=Mali"},
    {"Malian drones crashed into a market, killing nine people.", "count=9 counterpart=Mali"},
    {"A Malian helicopter crashed, killing nine people.", "count=9 counterpart=-"},
    {"Mali resumed attacks which killed nine people.", "count=9 counterpart=Mali"},
    {"Mali condemned attacks which killed nine people.", "count=9 counterpart=-"},
    {"Syria's health ministry raises toll to nine dead.", "count=9 counterpart=-"},
    /* a country before what happened in it */
    {"A Lebanon blast killed nine.", "count=9 counterpart=-"},
    {"A Mali bus attack killed nine soldiers.", "count=9 counterpart=-"},
    {"A Yemen air strike has killed nine people.", "count=9 counterpart=-"},
    {"The Moscow concert hall attack killed nine people.", "count=9 counterpart=-"},
    {"An Iraq bombing left nine dead.", "count=9 counterpart=-"},
    {"An Israel strike killed nine people in Gaza.", "count=9 counterpart=Israel"},
    {"A Russia drone attack on Kharkiv killed nine people.", "count=9 counterpart=Russia"},
    {"A Malian air strike killed nine people.", "count=9 counterpart=Mali"},
    {"US strikes killed nine people.", "count=9 counterpart=\"United States\""},
    {"Israel attacks a camp, killing nine.", "count=9 counterpart=Israel"},
    /* those at whom the verb before aimed */
    {"France said its jets had hit a base of Malian troops and killed nine servicemen.",
     "count=9 actor=Mali counterpart=France"},
    {"France said its jets struck Malian troops and a village and killed nine soldiers.",
     "count=9 actor=soldiers"},
    {"France said its jets struck a road and killed nine soldiers.", "count=9 actor=soldiers"},
    /* who puts its own losses at so many */
    {"Mali's defence ministry put its own losses at nine dead.", "count=9 actor=Mali"},
    {"Norland put its losses at nine dead.", "count=9 actor=Norland"},
    {"Norland's army said Chad put its own losses at nine dead.", "count=9 actor=-"},
    {"The rebels put their losses at nine dead.", "count=9 actor=-"},
    {"Mali put its losses at nine soldiers.", "count=9 actor=Mali"},
    {"Mali's army put its own losses at nine men.", "count=9 actor=Mali"},
    {"Mali put the rebels' losses at nine fighters.", "count=9 actor=fighters"},
};

/* Who fights a state, or lives in it as a people of its own, is not that state. */
static const struct report_row opponents[] = {
    {"Chad accused Mali of helping Veldars who killed nine farmers.", "count=9 counterpart=-"},
    {"Chad accused Mali of helping Russians who killed nine farmers.", "count=9 counterpart=Russia"},
    {"A Malian killed nine farmers.", "count=9 counterpart=-"},
    {"Malian soldiers and Russian mercenaries killed nine farmers.", "count=9 counterpart=\"Mali; Russia\""},
    {"Kyiv, where a raid killed nine people last week, was quiet on Monday.", "count=9 counterpart=-"},
    {"Mali, where gunmen killed nine farmers, is at war.", "count=9 counterpart=gunmen"},
    {"The war, which began when Hamas killed 1,200 people, has killed 45,000.", "count=45000 counterpart=-"},
    {"Hamas, which killed 12 people in Israel, has killed nine guards.", "count=9 counterpart=Hamas"},
    {"Nine farmers were stabbed to death in Paris by a Malian.", "count=9 counterpart=-"},
    {"Nine farmers were killed by a Malian shell.", "count=9 counterpart=Mali"},
    {"Nine farmers were killed by Malians.", "count=9 counterpart=Mali"},
    {"Colombian rebels killed nine soldiers.", "count=9 counterpart=rebels"},
    {"Nine soldiers were killed by Colombian rebels.", "count=9 counterpart=rebels"},
    {"Sudanese paramilitaries killed nine farmers.", "count=9 counterpart=paramilitaries"},
    {"Nine rebels from Mali were killed.", "count=9 actor=rebels"},
    {"Nine soldiers from Mali were killed.", "count=9 actor=Mali"},
    {"Colombian troops killed nine rebels.", "count=9 counterpart=Colombia"},
    {"Bosnian Serb forces killed nine farmers.", "count=9 counterpart=\"Bosnian Serbs\""},
    {"Nine Bosnian Serbs were killed.", "count=9 actor=\"Bosnian Serbs\""},
    {"Bosnian Croats killed nine farmers.", "count=9 counterpart=\"Bosnian Croats\""},
    {"Nine Bosnian Serb soldiers were killed.", "count=9 actor=\"Bosnian Serbs\""},
    {"Nine Turkish Cypriot soldiers were killed.", "count=9 actor=\"Turkish Cypriots\""},
    {"An Iraqi Kurd was killed.", "count=1 actor=\"Iraqi Kurds\""},
    {"Nine Syrian Kurdish fighters were killed.", "count=9 actor=\"Syrian Kurds\""},
    {"Iraqi Kurdish fighters killed nine soldiers.", "count=9 counterpart=\"Iraqi Kurds\""},
    {"Nine Cypriot soldiers were killed.", "count=9 actor=Cyprus"},
    {"Nine Iraqi soldiers were killed.", "count=9 actor=Iraq"},
    {"Serb forces killed nine farmers.", "count=9 counterpart=Serbia"},
    {"Two French Israeli hostages were killed.", "count=2 actor=\"France; Israel\""},
    {"A Belgian Chinese woman was killed.", "count=1 actor=\"Belgium; China\""},
    {"A Northern Irish Polish driver was killed.", "count=1 actor=\"Ireland; Poland\""},
    {"Five Israelis were shot dead in Norvik. Both gunmen were killed by a guard.", "count=- actor=gunmen"},
    {"Five Israeli soldiers were shot dead in Norvik. The militants were killed.", "count=- actor=militants"},
    {"Twelve ELN members were captured. Nine of the guerrillas died.", "count=9 actor=ELN"},
};

/* Two who did it together, and two who stand beside each other in two clauses. */
static const struct report_row together[] = {
    {"French and Malian soldiers killed nine rebels.", "count=9 counterpart=\"France; Mali\""},
    {"Nine rebels were killed by French and Malian jets.", "count=9 counterpart=\"France; Mali\""},
    {"Nine people were killed in US and British air strikes on Yemen.",
     "count=9 counterpart=\"United States; United Kingdom\" place=Yemen places=1"},
    {"Joint French-Malian strikes killed nine people.", "count=9 counterpart=\"France; Mali\""},
    {"Nine rebels were killed by Mali and the United States.", "count=9 counterpart=\"Mali; United States\""},
    {"Nine French and Malian soldiers were killed by rebels.", "count=9 counterpart=rebels"},
    {"Nine rebels were killed by Mali and French soldiers were wounded.", "count=9 counterpart=Mali"},
    {"Nine people were killed in fighting between France and Mali.", "count=9 counterpart=-"},
    {"Nine people died in the US and British hospitals were full.", "count=9 place=\"United States\""},
    {"Nine people were killed in a Malian air strike.", "count=9 counterpart=Mali"},
};

static const struct report_row beside[] = {
    {"Nine Belgian soldiers serving with the UN mission were killed.", "count=9 actor=Belgium counterpart=-"},
    {"Nine Belgian soldiers embedded with French troops were killed.", "count=9 actor=Belgium counterpart=-"},
};

static void a_target_did_not_do_it(void **state)
{
    (void)state;
    check_rows("2024-12-17", targets, sizeof targets / sizeof targets[0]);
}

static void who_harms_does_not_own(void **state)
{
    (void)state;
    check_rows("2024-12-17", owners, sizeof owners / sizeof owners[0]);
}

static void test_unnamed(void **state)
{
    (void)state;
    check_rows("2024-12-17", unnamed, sizeof unnamed / sizeof unnamed[0]);
}

static void test_bodies(void **state)
{
    (void)state;
    check_rows("2024-12-17", bodies, sizeof bodies / sizeof bodies[0]);
}

static void test_named_before(void **state)
{
    (void)state;
    check_rows("2024-12-17", named_before, sizeof named_before / sizeof named_before[0]);
}

static void test_own(void **state)
{
    (void)state;
    check_rows("2024-12-17", own, sizeof own / sizeof own[0]);
}

static void test_datelines(void **state)
{
    (void)state;
    check_rows("2024-12-17", datelines, sizeof datelines / sizeof datelines[0]);
}

static void test_struck(void **state)
{
    (void)state;
    check_rows("2024-12-17", struck, sizeof struck / sizeof struck[0]);
}

static void test_opponents(void **state)
{
    (void)state;
    check_rows("2024-12-17", opponents, sizeof opponents / sizeof opponents[0]);
}

static void test_together(void **state)
{
    (void)state;
    check_rows("2024-12-17", together, sizeof together / sizeof together[0]);
}

static void test_beside(void **state)
{
    (void)state;
    check_rows("2024-12-17", beside, sizeof beside / sizeof beside[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unnamed),
        cmocka_unit_test(a_target_did_not_do_it),
        cmocka_unit_test(who_harms_does_not_own),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_named_before),
        cmocka_unit_test(test_own),
        cmocka_unit_test(test_beside),
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_opponents),
        cmocka_unit_test(test_struck),
        cmocka_unit_test(test_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
