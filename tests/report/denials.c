/* Claims that the text says are not so, and those beside them that are. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct report_row rebutted[] = {
    {"Reports of 60 dead are enemy propaganda.", "count=60 status=denied"},
    {"The Tarrow Front did not kill 30 farmers in Norvik, its spokesman said.", "count=30 status=denied"},
    {"The army said its jets had not killed 30 farmers.", "count=30 status=denied source=army"},
    {"The paper reported erroneously that 60 soldiers had died.", "count=60 status=denied"},
    {"The paper reported in error that 60 soldiers had died.", "count=60 status=denied"},
    {"The paper reported on Monday that, in error, guards shot 60 soldiers dead.", "count=60 status=claimed"},
    {"Claims of 60 dead are a crude Norland lie.", "count=60 status=denied"},
    {"Talk of 300 casualties is enemy disinformation.", "count=300 status=denied"},
    {"The alleged killing of 40 soldiers is a hoax.", "count=40 status=denied"},
    {"Reports that 60 soldiers died are enemy propaganda, the ministry said.",
     "count=60 status=denied source=ministry"},
    {"The army called the report that 60 soldiers died absurd.", "count=60 status=denied source=army"},
    {"Reports that 60 soldiers died are not enemy propaganda.", "count=60 status=claimed"},
    {"Reports that 60 soldiers died are feeding enemy propaganda.", "count=60 status=claimed"},
    {"The alleged killing of 40 soldiers was not a hoax.", "count=40 status=confirmed"},
    {"Police have not ruled out that more than 40 farmers died in Norvik on Monday.",
     "min=40 status=unverified"},
    {"Officials do not exclude that 40 farmers died in Norvik.", "count=40 status=unverified"},
    {"The mayor said it can't be ruled out that rebels killed 40 farmers.", "count=40 status=unverified"},
    {"Police have not ruled out foul play after nine farmers died in Norvik.", "count=9 status=confirmed"},
    {"Police have not yet ruled out that 40 farmers died in Norvik.", "count=40 status=unverified"},
    {"Police ruled out that 50 people had died in the blast.", "count=50 status=denied source=Police"},
    {"The governor has ruled out that 12 farmers were killed by rebels.",
     "count=12 status=denied source=governor"},
    {"Ruling out that rebels had killed 12 farmers, the army said two guards were wounded.",
     "count=12 status=denied source=army"},
    {"It was ruled out that 12 farmers had died in the raid.", "count=12 status=denied"},
    {"Police ruled out an attack after nine people died in Norvik.", "count=9 status=confirmed"},
    {"Fake news: 40 soldiers killed in Norvik on Monday.", "count=40 status=denied"},
    {"False claim: Rebels killed 40 soldiers in Norvik on Monday.", "count=40 status=denied"},
    {"Four soldiers died in Norvik, the army said, dismissing a rebel claim of 40 dead.",
     "count=40 status=denied source=army"},
    {"Four soldiers died in Norvik, the army said, dismissing a rebel claim of 40 dead.",
     "count=4 status=claimed source=army"},
    {"Dismissing rebel claims of 40 dead, the army said four soldiers died.",
     "count=40 status=denied source=army"},
    {"Dismissing rebel claims of 40 dead, the army said four soldiers died.",
     "count=4 status=claimed source=army actor=soldiers"},
    {"Denying that 40 soldiers had died, the army said four were wounded.",
     "count=40 status=denied source=army actor=soldiers"},
    {"The ministry, correcting reports of eight deaths, said nobody died on Monday.",
     "count=8 status=denied source=ministry"},
    {"None of the conscripts died, the ministry said on Monday, correcting reports of eight deaths.",
     "count=8 status=denied source=ministry"},
    {"Contrary to rebel claims of 40 dead, four soldiers died in Norvik, the army said.",
     "count=4 status=claimed source=army"},
    {"The army shelled Norvik, rejecting reports that 40 farmers had died.",
     "count=40 status=denied source=army"},
    {"The minister rejected the accusation, dismissing the rebels' claim to have killed 40 soldiers, and "
     "said "
     "that four were wounded.",
     "count=40 status=denied source=minister"},
    {"The minister rejected the accusation, dismissing the rebels' claim to have killed 40 soldiers, and "
     "said "
     "that four were wounded.",
     "count=4 status=claimed source=minister"},
    {"The army said in a statement denying reports of 40 dead that four soldiers were wounded.",
     "count=4 status=claimed source=army"},
    {"The ministry withdrew its statement that eight soldiers died.",
     "count=8 status=denied source=ministry"},
    {"The general laughed off claims that 40 soldiers had died.", "count=40 status=denied source=general"},
    {"The army said there was no truth to reports of 40 dead.", "count=40 status=denied source=army"},
    {"The army's denial that 40 soldiers had died was met with scorn.", "count=40 status=denied source=army"},
    {"Denials by the army that 40 soldiers died were met with scorn.", "count=40 status=denied source=army"},
    {"A denial by the army that it killed 40 farmers came late.", "count=40 status=denied source=army"},
    {"Despite denials from the ministry that nine farmers were killed, families wait.",
     "count=9 status=denied source=ministry"},
    {"The army's repeated denials that 40 soldiers had died were met with scorn.",
     "count=40 status=denied source=army"},
    {"The mayor's dismissal of claims that 12 died drew anger.", "count=12 status=denied source=mayor"},
    {"The denial of 40 deaths came late.", "count=40 status=denied source=-"},
    {"The army issued a denial that 40 soldiers were killed.", "count=40 status=denied source=army"},
    {"Disputing a statement by the militia that it had killed 12 soldiers, the ministry said two died.",
     "count=12 status=denied source=ministry"},
    /* what is denied is no harm, or does not go so far */
    {"The denial of aid to Norvik killed 40 farmers.", "count=40 status=confirmed"},
    {"The dismissal of the general after nine soldiers died came late.", "count=9 status=confirmed"},
    {"Denials by the army that it shelled Norvik, where nine farmers died, were met with scorn.",
     "count=9 status=confirmed"},
    {"Claims by the rebels that nine soldiers died were ignored.", "count=9 status=claimed source=rebels"},
    {"Reports from Norvik that nine farmers died reached the army.", "count=9 status=claimed source=-"},
    {"The general brushed aside the rebels, killing 40.", "count=40 status=confirmed"},
    /* nor is it confirmed when nobody says it */
    {"The army refused to comment on reports of 40 dead.", "count=40 status=claimed source=-"},
    {"Reports of 40 soldiers killed reached Norvik, where nine nurses were wounded.",
     "count=9 status=confirmed"},
    {"The army said four soldiers died, dismissing the rebels' claim that 40 died.",
     "count=40 status=denied source=army"},
    {"The army said four soldiers died, dismissing a claim of the rebels that 40 died.",
     "count=40 status=denied source=army"},
    {"The army said four soldiers died, rejecting claims by rebels of 40 dead.",
     "count=40 status=denied source=army"},
    /* behind another sentence as well as in the first */
    {"Dismissing claims that nine farmers had died, the army said two were wounded.",
     "count=2 status=claimed source=army"},
    {"It rained. Dismissing claims that nine farmers had died, the army said two were wounded.",
     "count=2 status=claimed source=army"},
    {"It rained. Dismissing claims that nine farmers had died, the army said two were wounded.",
     "count=9 status=denied source=army"},
    {"Dismissing claims that the militia said it killed nine farmers, the army said two were wounded.",
     "count=9 status=denied"},
    {"The army, rejecting claims of 40 reported dead, said two soldiers were wounded.",
     "count=40 status=denied source=army"},
    {"The insurer, dismissing claims of families of nine miners killed in Norvik, said it was closed.",
     "count=9 status=confirmed"},
    /* what is denied ends where its denier speaks */
    {"It rained. Rejecting reports of a truce the mayor said nine farmers were killed on Sunday.",
     "count=9 status=claimed source=mayor"},
    /* whose claim it is, is no claim */
    {"The insurer rejected claims of families of nine miners killed in Norvik on Sunday.",
     "count=9 status=confirmed"},
    {"The court dismissed the claim of the mother of two boys killed in Norvik on Sunday.",
     "count=2 status=confirmed"},
    /* what is no claim is not denied */
    {"The rebels left Norvik, denying a role in the raid that killed 12 farmers.",
     "count=12 status=confirmed"},
    {"The army, rejecting a truce, said four soldiers died.", "count=4 status=claimed source=army"},
    {"The army said four soldiers died, rejecting talks on the report.", "count=4 status=claimed"},
    {"The army withdrew from the posts that rebels attacked, killing two soldiers.",
     "count=2 status=confirmed"},
};

/* What is taken for granted beside a denial is told by nobody; and who denied it once may admit it now. */
static const struct report_row granted[] = {
    {"Norland denies targeting farmers, thousands of whom have been killed since 2022.",
     "min=1000 status=confirmed source=-"},
    {"Norland denies shelling the farmers, of whom 30 were killed on Monday.",
     "count=30 status=confirmed source=-"},
    {"Norland denied that 300 farmers, most of whom were women, were killed in Norvik.",
     "count=300 status=denied source=Norland"},
    {"The army, which had earlier denied any losses, admitted on Monday that four soldiers were killed.",
     "count=4 status=confirmed source=army"},
    {"The army, which denied that four soldiers were killed, said that nine were wounded.",
     "count=4 status=denied source=army"},
    {"Norland denied responsibility for the deaths of two soldiers.", "count=2 status=confirmed source=-"},
    {"Norland denied responsibility for killing two soldiers.", "count=2 status=confirmed source=-"},
    {"Norland denied the deaths of two soldiers.", "count=2 status=denied source=Norland"},
    {"Norland reiterated its denial after 12 farmers were killed in Kolna.", "count=12 status=confirmed"},
    {"Norland repeated its denial that 12 farmers were killed in Kolna.", "count=12 status=denied"},
    {"Norland denied when asked that 12 farmers were killed in Kolna.", "count=12 status=denied"},
    {"A fake post claiming 12 soldiers were killed went viral as 40 farmers were shot dead.",
     "count=40 status=confirmed"},
    {"A fake post claiming 12 soldiers were killed went viral as 40 farmers were shot dead.",
     "count=12 status=denied"},
};

/* The figure, or all that was told, denied by somebody else. */
static const struct report_row rejected[] = {
    {"The rebels said they killed 60 soldiers, a figure the army dismissed as propaganda.",
     "count=60 status=denied source=army"},
    {"The rebels said they killed 60 soldiers, a figure dismissed by the army.",
     "count=60 status=denied source=army"},
    {"The rebels said they killed 60 soldiers, a toll that the army rejected.",
     "count=60 status=denied source=army"},
    {"The rebels said eight soldiers were killed, which the army denied.",
     "count=8 status=denied source=army"},
    {"The rebels said eight soldiers were killed, which the army rejected as propaganda.",
     "count=8 status=denied source=army"},
    {"The rebels said they killed 60 soldiers. The army called the figure a lie.",
     "count=60 status=denied source=army"},
    {"The rebels said they killed 60 soldiers. The army rejected the figure.",
     "count=60 status=denied source=army"},
    {"The rebels said eight soldiers were killed, which the army denied.",
     "count=8 status=claimed source=rebels"},
};

static const struct report_row disproved[] = {
    {"The army said reports of 15 dead were completely fabricated.", "count=15 status=denied source=army"},
    {"Two soldiers were wrongly reported killed on Tuesday.", "count=2 status=denied source=-"},
    {"Two soldiers had been mistakenly declared dead, the army said.", "count=2 status=denied source=army"},
    {"Two men were wrongly reported killed but nine were wounded.", "count=9 status=confirmed"},
    {"Two men were wrongly reported killed and nine farmers were wounded.", "count=9 status=confirmed"},
    {"Two soldiers were mistakenly reported dead and five rebels were killed in Norvik.",
     "count=5 status=confirmed"},
    {"Two soldiers were mistakenly reported dead and five rebels were killed in Norvik.",
     "count=2 status=denied"},
    {"It is false to say that nine farmers were killed in Norvik.", "count=9 status=denied"},
    /* what they are said to be is doubted, not that they died */
    {"Seven presumed rebels were killed.", "count=7 actor=rebels status=confirmed"},
    {"Soldiers killed seven alleged rebels.", "count=7 actor=rebels status=confirmed"},
    {"Seven rebels were presumed dead.", "count=7 status=unverified"},
    {"Two farmers were wrongly killed on Tuesday.", "count=2 status=confirmed"},
    {"Corporal Rita Lund, who had been reported dead, is alive, the army said.",
     "count=1 status=denied source=army"},
    {"Two soldiers who were presumed dead on Tuesday have been found alive, the army said.",
     "count=2 status=denied source=army"},
    {"Nine people were reported dead in Norvik, but two were found alive.", "count=9 status=claimed"},
    {"Nine farmers who were reported missing are alive.", "count=9 subtype=missing status=claimed"},
    {"A fake video claimed that nine soldiers died.", "count=9 status=denied source=-"},
    {"A false report that nine soldiers died spread in Norvik.", "count=9 status=denied source=-"},
    {"The army said false claims that 40 soldiers died had spread, and that four were wounded.",
     "count=40 status=denied source=army"},
    {"The army said false claims that 40 soldiers died had spread, and that four were wounded.",
     "count=4 status=claimed source=army"},
    {"A false report that 40 soldiers died led to a clash in which two farmers were killed.",
     "count=2 status=confirmed"},
    {"Rebels with fake papers killed nine soldiers, the army said.", "count=9 status=claimed source=army"},
    {"The mayor, holding a forged letter, said nine farmers died.", "count=9 status=claimed source=mayor"},
    {"A suspect with a forged passport told police that nine soldiers died.", "count=9 status=claimed"},
    {"Prosecutors investigating a fake charity said nine soldiers died.", "count=9 status=claimed"},
    {"Police who found the fake post said nine soldiers died.", "count=9 status=claimed"},
    {"A doctored photo claimed nine died.", "count=9 status=denied source=-"},
    {"A fake post claiming nine soldiers died led to a clash, in which two farmers were killed.",
     "count=9 status=denied source=-"},
    {"A fake post claiming nine soldiers died led to a clash, in which two farmers were killed.",
     "count=2 status=confirmed"},
    {"The mayor, holding a doctored photo, claimed nine died.", "count=9 status=claimed source=mayor"},
    {"A widely shared fake post claimed nine soldiers died.", "count=9 status=denied source=-"},
    {"State propaganda said nine soldiers died.", "count=9 status=claimed source=\"State propaganda\""},
    {"\"We have no information that 40 of our men died at Kolna,\" the minister said.",
     "count=40 status=unverified source=-"},
    {"Footage purports to show the bodies of 14 soldiers in Norvik.", "count=14 status=unverified"},
    {"Footage shows the bodies of 14 soldiers in Norvik.", "count=14 status=claimed"},
};

/* How far back the doubt reaches. */
static const struct report_row doubted[] = {
    {"The army said 40 rebels died.\n\nThe staff put its losses at 30 dead.\n\nThe rebels said nine "
     "farmers died.\n\nThe mayor said two were wounded.\n\nThe Herald could not verify any of these figures.",
     "count=40 status=unverified"},
    {"The army said 40 rebels died in Gao.\n\nThe town has a bridge. It is old.\n\nThe rebels said nine "
     "soldiers died.\n\nTalks go on. They began in May.\n\nNone of the claims could be verified.",
     "count=40 status=unverified"},
    {"The army said 40 rebels died in Gao.\n\nThe town has a bridge. It is old.\n\nThe rebels said nine "
     "soldiers died.\n\nThe claim could not be verified.",
     "count=40 status=claimed"},
    {"The army said 40 rebels died. The rebels said nine soldiers died. All these figures are unverified.",
     "count=40 status=unverified"},
    {"The army said 40 rebels died. The rebels said nine soldiers died. The Herald has not been able to "
     "verify "
     "either side's figures.",
     "count=40 status=unverified"},
    {"The army said 40 rebels died. Unverified reports told of looting.", "count=40 status=claimed"},
    {"Forty rebels died. None of the claims could be verified.", "count=40 status=unverified"},
};

/* What one sentence tells and the next one denies. */
static const struct report_row denied_later[] = {
    {"Rebels said they had killed 40 soldiers. The army said the claim was false.",
     "count=40 status=denied source=army"},
    {"Rebels said they had killed 40 soldiers. The report is fake, the army said.",
     "count=40 status=denied source=army"},
    {"Rebels said they had killed 40 soldiers; the army said this was a lie.",
     "count=40 status=denied source=army"},
    {"Rebels said they had killed 40 soldiers, but the army denied this.",
     "count=40 status=denied source=army"},
    {"Rebels said they had killed 40 soldiers. The army rejected that as a lie.",
     "count=40 status=denied source=army"},
    {"France says 41 soldiers surrendered; Mali says none did.",
     "count=- subtype=captured status=denied source=Mali"},
    {"France said 30 soldiers were killed in Gao. Mali said that none were.",
     "count=- subtype=killed status=denied source=Mali place=Gao"},
    {"The army says 12 rebels died; nobody did, the rebels say.",
     "count=- subtype=killed status=denied source=rebels"},
    {"The army said it had killed 20 rebels, but the mayor said none had been killed.",
     "count=- subtype=killed status=denied source=mayor"},
    {"The newspaper apologised for reporting that 12 soldiers had died.", "count=12 status=denied"},
    {"The mayor apologised for the raid that killed 12 soldiers.", "count=12 status=confirmed"},
    {"Reports that 12 soldiers died are \"pure invention\", the general said.",
     "count=12 status=denied source=general"},
    {"The man thought to have been killed in Norvik is alive.", "count=1 status=denied"},
};

static void doubts_what_was_told(void **state)
{
    (void)state;
    check_rows("2024-12-17", doubted, sizeof doubted / sizeof doubted[0]);
}

static void denies_what_was_told(void **state)
{
    (void)state;
    check_rows("2024-12-17", denied_later, sizeof denied_later / sizeof denied_later[0]);
    assert_false(
        text_reports("2024-12-17",
                     "Rebels said they had killed 40 soldiers. The army denied this week that it had "
                     "shelled a school.",
                     "status=denied"));
}

static void what_is_taken_for_granted_is_not_denied(void **state)
{
    (void)state;
    check_rows("2024-12-17", granted, sizeof granted / sizeof granted[0]);
}

static void a_figure_is_denied_by_who_rejects_it(void **state)
{
    (void)state;
    check_rows("2024-12-17", rejected, sizeof rejected / sizeof rejected[0]);
    /* a truce, a start and a plan are no claims */
    assert_false(text_reports(
        "2024-12-17", "The rebels offered a truce after eight soldiers died, which the army rejected.",
        "status=denied"));
    assert_false(text_reports(
        "2024-12-17", "The rebels said eight soldiers died in a raid, which the army denied starting.",
        "status=denied"));
    assert_false(text_reports("2024-12-17",
                              "The rebels said they killed 60 soldiers, a plan dismissed by the army.",
                              "status=denied"));
}

static void denies_what_is_disproved(void **state)
{
    (void)state;
    check_rows("2024-12-17", disproved, sizeof disproved / sizeof disproved[0]);
}

static void denies_what_is_rebutted(void **state)
{
    (void)state;
    check_rows("2024-12-17", rebutted, sizeof rebutted / sizeof rebutted[0]);
}

/* What a fact check quotes is not its own claim, and its verdict is what it says of it. */
static const struct report_row checked[] = {
    {"Claim: 500 Velmar soldiers were killed in a missile strike on Halden barracks on September 28. "
     "Verdict: "
     "False.",
     "count=500 status=denied"},
    {"The claim: 300 soldiers died in a strike on Norvik on Monday. Our rating: Pants on fire.",
     "count=300 status=denied"},
    {"CLAIM: A strike killed 40 officers in Norvik on Sunday. FACT: There was no such strike.",
     "count=40 status=denied"},
    {"What was claimed: 500 soldiers died in Norvik on Monday. Our verdict: Misleading.",
     "count=500 status=denied"},
    {"The story began on Friday, when a video was posted.\n\nCLAIM\n\nForty soldiers were killed in a raid "
     "on "
     "Norvik on Monday.\n\nVERDICT\n\nFalse. The video shows a drill.",
     "count=40 status=denied"},
    {"Claim: Forty soldiers were killed in Norvik on Monday. Verdict: No evidence.",
     "count=40 status=denied"},
    {"Claim: Forty soldiers were killed in Norvik on Monday. Verdict: True.", "count=40 status=claimed"},
    {"Claim: Forty soldiers were killed in Norvik on Monday. Verdict: Partly false.",
     "count=40 status=unverified"},
    {"Claim: Forty soldiers were killed in Norvik on Monday.", "count=40 status=unverified"},
    {"Claim: A missile hit Norvik on Monday. Claim: Forty soldiers were killed. Verdict: False. Three "
     "soldiers died on Friday.",
     "count=3 status=confirmed"},
    {"CLAIM: A strike killed 40 officers in Norvik on Sunday. FACT: The raid wounded four officers and "
     "killed "
     "no one.",
     "count=4 status=confirmed"},
    {"Forty soldiers were killed in Norvik on Monday. Verdict: the army was not ready.",
     "count=40 status=confirmed"},
    {"Rebels claimed: Forty soldiers were killed in Norvik on Monday.", "count=40"},
};

static void judges_what_a_fact_check_quotes(void **state)
{
    (void)state;
    check_rows("2024-12-17", checked, sizeof checked / sizeof checked[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(denies_what_is_rebutted),
        cmocka_unit_test(judges_what_a_fact_check_quotes),
        cmocka_unit_test(denies_what_is_disproved),
        cmocka_unit_test(what_is_taken_for_granted_is_not_denied),
        cmocka_unit_test(a_figure_is_denied_by_who_rejects_it),
        cmocka_unit_test(doubts_what_was_told),
        cmocka_unit_test(denies_what_was_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
