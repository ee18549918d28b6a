/* Who did it, where another clause or another sentence tells: sentences and the other side of each claim. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* The clause that a participle or a second verb goes on, and the one behind "when" and "after". */
static const struct report_row clauses[] = {
    {"Gunmen opened fire on a bus in Norvik, killing nine passengers.", "count=9 counterpart=gunmen"},
    {"Gunmen on motorcycles attacked the village on Monday, killing nine farmers.",
     "count=9 counterpart=gunmen"},
    {"Attackers raided the village and shot nine farmers dead.", "count=9 counterpart=attackers"},
    {"Bandits abducted nine girls from a school.", "count=9 counterpart=bandits"},
    {"Bandits killed nine farmers and abducted eight women.", "count=8 counterpart=bandits"},
    {"Nine farmers were killed when gunmen opened fire on a bus.", "count=9 counterpart=gunmen"},
    {"Nine farmers were killed after Malian jets bombed Norvik.", "count=9 counterpart=Mali"},
    {"Nine farmers were killed as the army shelled Norvik.", "count=9 counterpart=army"},
    {"Nine farmers were killed when a military helicopter bombed Norvik.", "count=9 counterpart=military"},
    {"Nine farmers were killed when a Malian bus hit a mine.", "count=9 counterpart=-"},
    {"Nine farmers were killed two days after Malian jets bombed Norvik.", "count=9 counterpart=-"},
    {"Nine farmers were killed after the rebels were attacked.", "count=9 counterpart=-"},
    {"Nine rebels were killed after rebels attacked Norvik.", "count=9 counterpart=-"},
    {"Nine soldiers were killed when Malian jets bombed Norvik.", "count=9 counterpart=-"},
    {"Attackers raided the village and wounded nine farmers.", "count=9 counterpart=attackers"},
    {"Fighters loyal to the king ambushed a convoy, killing nine farmers.", "count=9 counterpart=fighters"},
    {"Rebel rockets hit a bus station, killing nine farmers.", "count=9 counterpart=rebels"},
    {"The junta's air force bombed a school, killing nine pupils.", "count=9 counterpart=junta"},
    {"Al-Shabaab militants stormed a hotel, killing nine guests.", "count=9 counterpart=Al-Shabaab"},
    {"A truck driven by soldiers hit a wall, killing nine people.", "count=9 counterpart=-"},
    {"The guard, who was shot by policemen, managed to kill one man and wound nine others.",
     "count=9 counterpart=-"},
    {"The minister resigned after rebels killed nine farmers.", "count=9 counterpart=rebels"},
    {"The minister resigned after France killed nine farmers.", "count=9 counterpart=France"},
    {"Herdsmen invaded a village on Monday, killing nine farmers.", "count=9 counterpart=herdsmen"},
    {"Nine farmers were killed when suspected herdsmen invaded a village.", "count=9 counterpart=herdsmen"},
    {"Soldiers clashed with poachers and killed nine of them.", "count=9 counterpart=soldiers"},
    {"The rebels, who seized Norvik last week, shelled the airport, killing nine mechanics.",
     "count=9 counterpart=rebels"},
    {"Gunmen paid by the state and the army used a bomb, killing nine people.", "count=9 counterpart=-"},
    {"Israel's offensive has since killed more than 900 people in Gaza.", "min=900 counterpart=Israel"},
    {"Gunmen attacked a bar on Monday, leaving two dead and nine injured.", "count=9 counterpart=gunmen"},
    {"Malian troops clashed with RSF fighters, leaving nine people dead.", "count=9 counterpart=-"},
    {"Nine farmers were killed when rebels fled Norvik.", "count=9 counterpart=-"},
    {"Nine farmers were killed when a bus carrying soldiers hit a mine.", "count=9 counterpart=-"},
    {"An army helicopter crashed into a school, killing nine pupils.", "count=9 counterpart=-"},
};

/* The noun of an attack, and what those harmed were killed in. */
static const struct report_row nouns[] = {
    {"Nine farmers were killed in a rebel attack on Norvik.", "count=9 counterpart=rebels"},
    {"Nine farmers were killed and 12 wounded in a rebel attack on Norvik.", "count=9 counterpart=rebels"},
    {"Nine farmers were killed in army shelling.", "count=9 counterpart=army"},
    {"Nine farmers were killed in a US air strike in Yemen.", "count=9 counterpart=\"United States\""},
    {"A rebel ambush left nine farmers dead.", "count=9 counterpart=rebels"},
    {"Army shelling killed nine farmers.", "count=9 counterpart=army"},
    {"An attack by rebels killed nine farmers.", "count=9 counterpart=rebels"},
    {"A bomb planted by rebels killed nine farmers.", "count=9 counterpart=rebels"},
    {"A missile fired by France killed nine farmers.", "count=9 counterpart=France"},
    {"Nine farmers were killed by a grenade thrown by unidentified attackers.",
     "count=9 counterpart=attackers"},
    {"A strike on a rebel base killed nine farmers.", "count=9 counterpart=-"},
    {"Nine guards were killed in an ambush blamed on FARC dissidents.", "count=9 counterpart=FARC"},
    {"Tension rose after the death of nine rebels in a clash with the army.", "count=9 counterpart=army"},
    {"Nine rebels were killed in clashes with the army.", "count=9 counterpart=army"},
    {"Nine rebels were killed fighting government forces.", "count=9 counterpart=forces"},
    {"Nine farmers died at the hands of the rebels.", "count=9 counterpart=rebels"},
    {"Mali lost nine soldiers in a jihadist attack.", "count=9 counterpart=jihadists"},
    {"A Ukraine drone strike killed nine people, Russia said.", "count=9 counterpart=Ukraine"},
    {"A Ukraine attack killed nine people, Russia said.", "count=9 counterpart=-"},
    {"A Ukraine drone strike killed nine people, the mayor said.", "count=9 counterpart=-"},
    {"A Malian helicopter crash killed nine soldiers.", "count=9 counterpart=-"},
    {"A Malian blast killed nine people.", "count=9 counterpart=-"},
    {"Nine people were killed in Turkey blast.", "count=9 counterpart=-"},
    {"Nine farmers were killed in a raid decreed before the rebel offensive.", "count=9 counterpart=-"},
    {"Nine farmers were killed in an army operation against the rebels.", "count=9 counterpart=army"},
    {"Nine soldiers were killed in an offensive against the rebels.", "count=9 counterpart=rebels"},
    {"A Lebanon strike killed nine people, Israel said.", "count=9 counterpart=-"},
};

/* Who speaks and has done it, and who is said to have. */
static const struct report_row told[] = {
    {"The army said its troops ambushed a convoy, killing nine rebels.", "count=9 counterpart=army"},
    {"The army said nine rebels were killed in a raid by its troops.", "count=9 counterpart=army"},
    {"France said its jets destroyed 12 targets and killed nine rebels.", "count=9 counterpart=France"},
    {"The PKK claimed responsibility for the attack that killed nine people.", "count=9 counterpart=PKK"},
    {"The PKK has not claimed responsibility for the attack that killed nine people.",
     "count=9 counterpart=-"},
    {"An attack blamed on Boko Haram killed nine farmers.", "count=9 counterpart=\"Boko Haram\""},
    {"Nine farmers were killed in an attack blamed on Boko Haram.", "count=9 counterpart=\"Boko Haram\""},
    {"The mayor blamed France for the strike, in which nine people died.", "count=9 counterpart=France"},
    {"The mayor blamed France for the failed talks. Nine people were killed.", "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. The PKK claimed responsibility.", "count=9 counterpart=PKK"},
    {"A bomb killed nine people in Norvik. The PKK said it was behind the attack.",
     "count=9 counterpart=PKK"},
    {"A bomb killed nine people in Norvik. The attack was claimed by the PKK.", "count=9 counterpart=PKK"},
    {"A bomb killed nine people in Norvik. The mayor blamed the PKK for the attack.",
     "count=9 counterpart=PKK"},
    {"A bomb killed nine people in Norvik. No group has claimed responsibility.", "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. The mayor blamed PKK rebels.", "count=9 counterpart=PKK"},
    {"The PKK killed nine farmers. Hamas claimed responsibility.", "count=9 counterpart=PKK"},
    {"A bomb killed nine people in Norvik. The army blamed rebels, but the governor said the army had done "
     "it.",
     "count=9 counterpart=-"},
    {"The mayor blamed the army for failing to stop the attack that killed nine people.",
     "count=9 counterpart=-"},
    {"The mayor blamed the army for the deaths of nine people who were killed by militants.",
     "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. The army claimed the attack was a plot.", "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. Rebels may be behind the attack.", "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. The PKK, which is fighting the army, denied that it was behind "
     "the "
     "attack.",
     "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. Rebels denied they were behind the attack.",
     "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. If the PKK was behind the attack, it would be its first.",
     "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. The PKK claimed responsibility for another attack.",
     "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik on Monday. Last year the PKK claimed responsibility for the "
     "attacks.",
     "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. France claimed the strike as a success.", "count=9 counterpart=-"},
    {"A bomb killed nine people in Norvik. France claimed the offensive had begun.", "count=9 counterpart=-"},
};

/* The sentence before. */
static const struct report_row before[] = {
    {"Gunmen attacked a village on Sunday. At least nine people were killed, police said.",
     "min=9 counterpart=gunmen"},
    {"French jets struck Norvik on Friday. The ministry said nine people were killed.",
     "count=9 counterpart=France"},
    {"France launched 120 drones at Norvik. Nine people were killed.", "count=9 counterpart=France"},
    {"Gunmen ambushed a convoy, killing 18 soldiers. Another nine were wounded in the ambush.",
     "count=9 counterpart=gunmen"},
    {"Rebels stormed Norvik. Nine soldiers were killed and six were captured.", "count=6 counterpart=rebels"},
    {"Boko Haram fighters raided Kolna. They killed nine farmers.", "count=9 counterpart=\"Boko Haram\""},
    {"The convoy was ambushed by rebels. Nine soldiers were killed.", "count=9 counterpart=rebels"},
    {"The mayor said the base was attacked on Friday by rebels. Nine soldiers were killed.",
     "count=9 counterpart=rebels"},
    {"Gunmen attacked a bar in Norvik. The death toll rose to nine.", "count=9 counterpart=gunmen"},
    {"Gunmen attacked a bar in Norvik. The shooting left nine people dead.", "count=9 counterpart=gunmen"},
    {"The army said it had bombed a camp. Nine rebels were killed.", "count=9 counterpart=army"},
    {"Soldiers opened fire in Norvik. Medics said nine people had been shot dead.",
     "count=9 counterpart=soldiers"},
    {"France dropped three bombs on Norvik. Nine people were killed.", "count=9 counterpart=France"},
    {"France carried out strikes on Norvik. Officials said 492 people were killed.",
     "count=492 counterpart=France"},
    {"France carried out strikes on Norvik. Officials say 492 people have been killed.",
     "count=492 counterpart=-"},
    {"The Arakan Army shelled Norvik. The rebels said nine militants were killed.", "count=9 counterpart=-"},
    {"The army launched an offensive. Nine rebels were killed.", "count=9 counterpart=army"},
    {"The army launched an offensive. Nine people were killed.", "count=9 counterpart=-"},
    {"French jets struck Norvik. Nine soldiers were killed.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. Nine gunmen were killed.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. Nine people were killed in a landslide.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. Nine people were killed in an accident.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. Elsewhere, nine people were killed.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. Nine people were killed by a flood.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. A bomb killed nine people.", "count=9 counterpart=-"},
    {"French jets struck Norvik. Rebels fled. Nine people were killed.", "count=9 counterpart=-"},
    {"Rebels attacked Goma. Nine people were killed in Bukavu.", "count=9 counterpart=-"},
    {"France struck a deal with Mali. Nine people were killed.", "count=9 counterpart=-"},
    {"France fired its minister. Nine people were killed.", "count=9 counterpart=-"},
    {"France fired rockets at Norvik. Nine people were killed.", "count=9 counterpart=France"},
    {"Two buses collided. Nine people were killed.", "count=9 counterpart=-"},
    {"Malian troops clashed with rebels. Nine people were killed.", "count=9 counterpart=-"},
    {"French troops arrived in Norvik. Nine people were killed.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. Nine people were killed when a lorry overturned.", "count=9 counterpart=-"},
    {"Gunmen attacked a village. They were killed.", "counterpart=-"},
    {"Gunmen attacked a village. Ten of them were killed.", "count=10 counterpart=-"},
    {"Soldiers shot at looters. Nine people were killed in the quake.", "count=9 counterpart=-"},
    {"Guards fired into the crowd. Nine people were killed in floods.", "count=9 counterpart=-"},
    {"Gunmen shot at a crowd. Nine people were killed in the blast.", "count=9 counterpart=gunmen"},
    /* a state that speaks does not speak of those whom the attack on another's soldiers befell */
    {"Hezbollah killed nine Israeli soldiers. Lebanon's health ministry said 37 people were killed.",
     "count=37 counterpart=-"},
    {"Mali said it shot down 40 drones over Gao. Nine people were wounded.", "count=9 counterpart=-"},
    {"Mali said it shelled Gao. Nine people were wounded.", "count=9 counterpart=Mali"},
    {"Hezbollah rockets killed three people in Haifa. Lebanon's health ministry said 37 people were killed.",
     "count=37 counterpart=-"},
    {"Israeli jets killed nine people in Beirut. Lebanon's health ministry said 37 people were wounded.",
     "count=37 counterpart=Israel"},
    {"Ukrainian shells killed four people in Donetsk. Russia's ministry said nine people were wounded.",
     "count=9 counterpart=Ukraine"},
    {"Israeli jets killed nine Lebanese soldiers. Lebanon's health ministry said 37 people were wounded.",
     "count=37 counterpart=Israel"},
};

/* Sides that no table knows, named before what fights for them. */
static const struct report_row unlisted[] = {
    {"Norland troops killed nine farmers.", "count=9 counterpart=Norland"},
    {"Norland's army killed nine farmers.", "count=9 counterpart=Norland"},
    {"Norland forces shelled Tarn, killing nine farmers.", "count=9 counterpart=Norland"},
    {"Nine farmers were killed by Norland troops.", "count=9 counterpart=Norland"},
    {"The Norland air force bombed Tarn. Nine people were killed.", "count=9 counterpart=Norland"},
    {"Malian guerrilla groups launched attacks, killing nine people.", "count=9 counterpart=guerrillas"},
    {"Anti-Velmar fighters killed nine farmers.", "count=9 counterpart=fighters"},
};

static void by_an_unlisted_side(void **state)
{
    (void)state;
    check_rows("2024-12-17", unlisted, sizeof unlisted / sizeof unlisted[0]);
}

static void in_another_clause(void **state)
{
    (void)state;
    check_rows("2024-12-17", clauses, sizeof clauses / sizeof clauses[0]);
}

static void by_a_noun(void **state)
{
    (void)state;
    check_rows("2024-12-17", nouns, sizeof nouns / sizeof nouns[0]);
}

static void told_to_have_done_it(void **state)
{
    (void)state;
    check_rows("2024-12-17", told, sizeof told / sizeof told[0]);
}

static void in_the_sentence_before(void **state)
{
    (void)state;
    check_rows("2024-12-17", before, sizeof before / sizeof before[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_another_clause),
        cmocka_unit_test(by_an_unlisted_side),
        cmocka_unit_test(by_a_noun),
        cmocka_unit_test(told_to_have_done_it),
        cmocka_unit_test(in_the_sentence_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
