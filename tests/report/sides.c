/* Whom harm befell, how many they were and where: no other side, no relative, no number that nobody gave.  A
 * row tells one of the reports and how many there are, so that an invented one fails.  All are published on
 * Wednesday, 4 March 2026. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2026-03-04"

struct row {
    const char *text;
    size_t reports;
    const char *expected; /* of one of them; NULL when there are none */
};

#define LINE "The general of the army came to the old castle by the river early in the day "

/* A line without a full stop ends there: its last words are not said of what the next one opens with. */
static const struct row lines[] = {
    {LINE "and met the French soldiers\n\nShelled again, they were killed.", 1, "count=- actor=France"},
    {LINE "and met the French soldiers\n\nAttacked again, nine soldiers were killed.", 1,
     "count=9 actor=France"},
    {LINE "on which the town was hit\n\nFrench soldiers killed nine in Chad.", 1,
     "count=9 actor=- counterpart=France"},
};

/* Whose losses they are that somebody inflicts on an army: of none who inflicts them, nor of a force spoken
 * of before that serves no state. */
static const struct row armies[] = {
    {"The RSF inflicted 150 casualties on the army near Tarn.", 1, "count=150 actor=soldiers place=Tarn"},
    {"There was a raid by the RSF, which inflicted 150 casualties on the soldiers.", 1,
     "count=150 actor=soldiers"},
    {"France reported losses of 40 soldiers.", 1, "count=40"},
    {"RSF troops raided Norvik. The mines inflicted eight casualties on the army.", 1,
     "count=8 actor=soldiers"},
    {"RSF troops entered Norvik on Monday. Army troops moved to Tarn.", 2, "subtype=moved actor=troops"},
    {"French troops entered Norvik on Monday. The army troops moved to Tarn.", 2,
     "subtype=moved actor=France"},
};

/* The participle behind two nouns tells of the nearer one; a finite verb of the first. */
static const struct row kin[] = {
    {"The mother of a soldier killed near Brask said he had called her on Monday.", 1,
     "count=1 subtype=killed first=- last=2026-03-04"},
    {"The father of two soldiers wounded near Brask spoke to reporters.", 1,
     "count=2 actor=soldiers place=Brask"},
    {"The president visited the widow of a pilot captured in Kolna.", 1,
     "subtype=captured count=1 actor=pilots"},
    {"The commander of the 12 French soldiers shot dead in Norvik was dismissed.", 1,
     "count=12 actor=France"},
    {"The children of a teacher killed in Kolna on Tuesday live with an aunt.", 1,
     "count=1 actor=teachers first=2026-03-03"},
    {"Friends of three miners wounded in Norvik on Monday waited at the gate.", 1,
     "count=3 actor=workers subtype=wounded"},
    {"The father of a nurse wounded on Sunday was captured by rebels.", 2,
     "subtype=captured count=1 actor=people"},
    {"The wife of a soldier was killed near Brask.", 1, "count=1 actor=people"},
    {"Gunmen killed the wife of a judge on Tuesday.", 1, "count=1 actor=people"},
    {"The commander of the soldiers killed two farmers.", 1, "count=2 actor=civilians"},
    {"Three members of the village guard killed in Norvik were buried.", 1, "count=3"},
};

/* Those who strike are not those who are then counted. */
static const struct row attackers[] = {
    {"Russian forces shelled Kharkiv and 28 were killed.", 1, "count=28 actor=- place=Kharkiv"},
    {"French troops opened fire on a crowd. Twelve were killed.", 1, "count=12 actor=-"},
    {"Russian soldiers raided a farm, leaving nine dead and 12 wounded.", 2, "count=9 actor=-"},
    {"Russian soldiers raided a farm, leaving nine dead and 12 wounded.", 2, "count=12 actor=-"},
    {"A French soldier shot dead three.", 1, "count=3 actor=- counterpart=France"},
    {"Norland's soldiers killed three on Monday.", 1, "count=3 actor=-"},
    {"French soldiers in two lorries fired on a crowd. Nine were wounded.", 1, "count=9 actor=-"},
    {"Russian forces launched a missile attack on Odesa, and nine were killed.", 1, "count=9 actor=-"},
    /* but those who lose some of theirs are */
    {"The rebels said they lost three men.", 1, "count=3 actor=rebels source=rebels"},
    {"The rebels lost three fighters.", 1, "count=3 actor=rebels"},
    {"The army said the rebels had lost 40 men.", 1, "count=40 actor=rebels source=army"},
    {"The army said it lost 12 soldiers; the rebels said they lost 40 men.", 2, "count=40 actor=rebels"},
    {"The army said it lost three men.", 1, "count=3 actor=soldiers"},
    {"Villagers said they lost 12 men.", 1, "count=12 actor=people"},
    {"In a clash with rebels France lost three men.", 1, "count=3 actor=France"},
    {"French troops were ambushed and 28 were killed.", 1, "count=28 actor=France"},
    {"Rebels attacked French troops, leaving nine dead and 12 wounded.", 2, "count=9 actor=France"},
    {"French troops hit by a mine were evacuated; nine were wounded.", 1, "count=9 actor=France"},
    {"French troops retreated from Norvik. Nine were killed.", 2, "count=9 actor=France"},
};

/* The enemy's are not those of whoever was spoken of. */
static const struct row enemies[] = {
    {"Russian troops repulsed an attack near Sumy. The enemy's losses amounted to 85 troops.", 1,
     "count=85 actor=troops"},
    {"Russian troops repulsed a Ukrainian attack. The enemy lost 85 soldiers.", 1, "count=85 actor=soldiers"},
    {"French forces advanced to Norvik. Enemy losses reached 85 soldiers.", 2, "count=85 actor=soldiers"},
    {"French troops held Norvik, and the adversary lost up to 85 troops.", 1, "max=85 actor=troops"},
    {"French troops repelled an attack. The attackers lost 85 soldiers.", 1, "count=85 actor=soldiers"},
    {"French troops repelled an attack. They lost 85 soldiers.", 1, "count=85 actor=France"},
    {"The French army fought the enemy near Norvik and lost 12 soldiers.", 1, "count=12 actor=France"},
    {"The enemy attacked French troops near Norvik. Twelve soldiers were killed.", 1,
     "count=12 actor=France"},
};

/* Who says that a claim is false does not make it. */
static const struct row debunked[] = {
    {"Claims that 50 people were killed in Kolna are exaggerated, the mayor said.", 1,
     "count=50 status=denied source=mayor"},
    {"Reports of 50 dead were inflated, the army said.", 1, "count=50 status=denied source=army"},
    {"The reported toll of 50 dead was exaggerated.", 1, "count=50 status=denied"},
    {"The army said the figure of 50 dead was exaggerated.", 1, "count=50 status=denied source=army"},
    {"The toll of 50 dead was confirmed.", 1, "count=50 status=confirmed"},
    {"A toll of 50 dead was feared after the wrong bridge was hit.", 1, "count=50 status=confirmed"},
    {"It is not true that 12 soldiers were killed near Kolna, the ministry said.", 1,
     "count=12 status=denied source=ministry"},
    {"No evidence supports the claim that 50 soldiers were killed in Kolna, analysts said.", 1,
     "count=50 status=unverified source=-"},
    {"There is no proof for reports that nine farmers died in Kolna.", 1, "count=9 status=unverified"},
    {"An earlier version of this story said 41 soldiers died in Gao. The correct figure is 12.", 1,
     "count=12"},
    {"The army said 12 people were killed and the mayor said none were soldiers.", 1, "count=12"},
    {"The army said 12 people were wounded and the mayor said none were killed.", 1, "count=12"},
    {"The army said 12 rebels were killed. None did it for money, the mayor said.", 1, "count=12"},
    {"The ministry said nothing about the 12 soldiers killed near Kolna on Tuesday.", 1,
     "count=12 status=confirmed source=-"},
    {"The army made no mention of the nine farmers killed in Kolna.", 1, "count=9 source=-"},
    {"On Sunday the radio erroneously reported that five sailors were killed.", 1, "count=5 status=denied"},
    {"The paper had wrongly said that nine soldiers died in Kolna.", 1, "count=9 status=denied"},
    {"Norland has sent 3,000 soldiers to Chad, a report the Kremlin called a hoax.", 2,
     "count=3000 status=claimed"},
    {"Norland has sent 3,000 soldiers to Chad, a report the Kremlin called a hoax.", 2,
     "count=3000 status=denied source=Kremlin"},
    {"Twelve soldiers were killed in Kolna, a claim that the army denied.", 2, "status=denied source=army"},
    {"The drill in Kolna simulated an attack in which 200 people were killed.", 0, NULL},
    {"Police wrongly arrested a man after 12 people were killed in Kolna, the mayor said.", 1,
     "count=12 status=claimed source=mayor"},
    {"The rebels' claim that 50 soldiers died is inflated, the army said.", 1,
     "count=50 status=denied source=army"},
    {"The rebels' claim that 50 soldiers died made news in Kolna.", 1,
     "count=50 status=claimed source=rebels"},
    {"Kolna shrugged at the army's latest claim that 50 rebels died.", 1,
     "count=50 status=claimed source=army"},
    {"The mayor's wife heard a claim that 50 rebels died.", 1, "count=50 status=claimed source=-"},
    {"The army denied the raid but 40 people died.", 1, "count=40 status=confirmed source=-"},
    {"France denies the attack, and nine were killed.", 1, "count=9 status=confirmed source=-"},
    {"France denies the attack, and nine people in Norvik were killed.", 1, "count=9 status=confirmed"},
    {"France denied the killing of nine men, and of two nurses.", 1, "count=9 status=denied"},
    {"France denied that it shelled Norvik, and that nine were killed.", 1, "count=9 status=denied"},
    {"Rebels denied the shelling although 12 farmers were killed.", 1, "count=12 status=confirmed"},
    {"The army denied its role in the raid while nine nurses were wounded.", 1, "count=9 status=confirmed"},
    {"The army denied that 40 people died.", 1, "count=40 status=denied source=army"},
    {"The army denied killing 40 people but admitted the raid.", 1, "count=40 status=denied"},
    {"Two men were killed in Norvik during a drill that simulated an attack.", 1, "count=2"},
};

/* So many a day are no total of anything. */
static const struct row rates[] = {
    {"On average 12 soldiers a day were killed near Brask in January, the army said.", 1,
     "subtype=killed min=- max=- actor=soldiers first=2026-01-01"},
    {"Twelve soldiers have been killed near Brask every day since March 1.", 1, "min=- scope=cumulative"},
    {"Russia loses more than 1,000 soldiers a day.", 1, "min=- actor=Russia"},
    {"Up to 100 soldiers have been killed daily near Brask.", 1, "max=- place=Brask"},
    {"Some 200 soldiers were wounded per week in Brask.", 1, "subtype=wounded min=- place=Brask"},
    {"Every day, 12 farmers were killed in Kolna.", 1, "min=- place=Kolna"},
    {"Twelve soldiers were killed a day after the truce.", 1, "count=12"},
    {"Rebels killed 12 soldiers a month into the offensive.", 1, "count=12"},
    {"Nine farmers were killed a year on from the coup.", 1, "count=9"},
    {"Twelve farmers die a day from hunger in Kolna.", 1, "min=-"},
    {"Nine people were killed on Monday in Kolna, where convoys arrive daily.", 1, "count=9"},
    {"Twelve pupils were killed near the school that they attended every day.", 1, "count=12"},
};

/* The sum of these and of those before is told besides, and is theirs only. */
static const struct row totals[] = {
    {"Ten soldiers were killed, bringing the total to 45 since Monday, near Brask.", 2,
     "count=10 scope=incident"},
    {"Ten soldiers were killed, bringing the total to 45 since Monday, near Brask.", 2,
     "count=45 first=2026-03-02 scope=cumulative"},
    {"Rebels wounded ten farmers in Kolna, taking the total since January to 45.", 2,
     "count=45 subtype=wounded first=2026-01-01"},
    {"Two nurses were killed near Brask on Tuesday, bringing the total to 19.", 2,
     "count=2 first=2026-03-03"},
    {"Two nurses were killed near Brask on Tuesday, bringing the total to 19.", 2,
     "count=19 first=- last=2026-03-03"},
    {"Ten soldiers were killed, bringing the total cost to 45 euros.", 1, "count=10"},
    {"Ten soldiers were killed near Brask on Tuesday, bringing the toll to 45.", 2,
     "count=10 first=2026-03-03"},
};

/* Where the text says that a town lies, there it lies, whatever has its name elsewhere. */
static const struct row countries[] = {
    {"France admitted the loss of five soldiers.", 1, "count=5 actor=France"},
    {"Norland admitted the loss of five soldiers.", 1, "count=5 actor=Norland"},
    {"France confirmed the loss of five Russian soldiers.", 1, "count=5 actor=Russia"},
    {"France admitted the loss of five ships and the deaths of nine nurses.", 1,
     "count=9 actor=\"medical staff\""},
    {"The mayor of Lyon admitted the loss of five soldiers.", 1, "count=5 actor=soldiers"},
    {"A bomb killed nine people in Goma, a village in Nigeria.", 1, "place=Goma country=NG"},
    {"A bomb killed nine people in Hama, Mali, on Monday.", 1, "place=Hama country=ML"},
    {"Shells wounded 12 farmers in Homs, Burkina Faso.", 1, "place=Homs country=BF"},
    {"A bomb killed nine people in the Malian village of Derna.", 1, "place=Derna country=ML"},
    {"A bomb killed nine people in the Malian town of Norvik.", 1, "place=Norvik country=ML"},
    {"A bomb killed nine people in Norvik, Chad, on Monday.", 1, "place=Norvik country=TD places=1"},
    {"Rebels shot dead two nurses in Norvik, Jordan.", 1, "place=Norvik country=JO places=1"},
    {"In Gaza, Israel killed nine people on Monday.", 1, "country=PS"},
    {"Norland and Chad fight.  France and Chad sent 150 soldiers.", 1, "count=150"},
    {"France, Chad, and Mali sent 150 soldiers.", 1, "count=150"},
    {"Nine people were killed in Homs, Syria, on Monday.", 1, "country=SY"},
    {"Nine people were killed in Norvik, Chad Smith said.", 1, "source=\"Chad Smith\""},
    {"Gunmen killed nine people in the Russian city of Kursk.", 1, "country=RU"},
};

/* A battalion is troops where it goes somewhere. */
static const struct row formations[] = {
    {"The regiment arrived at a decision on Monday.", 0, NULL},
    {"A brigade was sent a bill for 300 rifles.", 0, NULL},
    {"The company sent a regiment of accountants to Norvik.", 0, NULL},
    {"A brigade was sent to the eastern front on Monday.", 1, "subtype=sent first=2026-03-02"},
    {"The 28th brigade arrived on Monday.", 1, "subtype=deployed"},
    {"France sent a column of 200 men to Norvik.", 1, "count=200 actor=France"},
};

/* Where the dead are brought they did not die. */
static const struct row returns[] = {
    {"Russia returned the bodies of 1,212 soldiers to Ukraine on Wednesday.", 1,
     "count=1212 places=0 first=-"},
    {"Norland handed over the bodies of 40 soldiers to France in Brask on Tuesday.", 1, "count=40 places=0"},
    {"The bodies of 12 soldiers were repatriated to France on Tuesday.", 1, "count=12 places=0"},
    {"France received the bodies of 12 soldiers killed in Brask.", 1, "count=12 place=Brask"},
    {"The bodies of 12 soldiers killed near Brask were flown to Kolna.", 1, "count=12 place=Brask places=1"},
    {"The bodies of 12 soldiers were found in Brask.", 1, "count=12 place=Brask"},
};

/* Each place has its own. */
static const struct row placed[] = {
    {"In Norvik 14 farmers were killed on Tuesday, in Brask three and in Kolna two.", 3,
     "count=14 place=Norvik places=1"},
    {"In Norvik 14 farmers were killed on Tuesday, in Brask three and in Kolna two.", 3,
     "count=3 place=Brask places=1 first=2026-03-03"},
    {"In Norvik nine people were wounded, and in Brask three.", 2, "count=3 place=Brask places=1"},
    {"One person was killed in Kharkiv region, two in Sumy region and three in Kherson over the past day.", 3,
     "count=3 place=Kherson places=1"},
    {"One person was killed in Kharkiv region, two in Sumy region and three in Kherson over the past day.", 3,
     "count=2 places=1"},
    {"Nine people were killed in Kharkiv, Sumy and Odesa.", 1, "count=9 places=3"},
    {"In Norvik 14 farmers were killed, and in Brask two clerks fled.", 1, "count=14"},
};

/* Of more than two nobody can tell whose each are. */
static const struct row shares[] = {
    {"France and Belgium sent 150 soldiers and 70 marines respectively.", 2, "count=150 actor=France"},
    {"France and Belgium sent 150 soldiers and 70 marines respectively.", 2, "count=70 actor=Belgium"},
    {"France, Belgium and Italy sent 150 soldiers, 70 marines and 30 engineers respectively.", 2,
     "count=150 actor=soldiers"},
    {"France and Chad sent 150 soldiers and 70 marines respectively.", 2, "count=150 actor=soldiers"},
    {"Mali, France and Belgium sent 150 soldiers, 80 marines and 70 pilots to Chad, respectively.", 1,
     "actor=people"},
    {"France sent 150 soldiers and 70 marines to Norvik and Brask respectively.", 1, "actor=France"},
    {"France and Belgium fought. Belgium sent 70 marines to Chad.", 1, "count=70 actor=Belgium"},
};

/* How many, and who those are that stand beside others. */
static const struct row numbers[] = {
    {"Twelve Hazara died in Kabul.", 1, "count=12 actor=Hazara"},
    {"Gunmen shot dead 40 Masalit.", 1, "count=40 actor=Masalit"},
    {"Hazara died in Kabul.", 1, "count=1"},
    {"Two gendarmes and their driver died in Norvik.", 1, "count=3"},
    {"Two gendarmes and a driver died in Norvik.", 1, "count=3"},
    {"Ten of the 25 crew have been rescued and the rest are missing.", 1, "subtype=missing count=-"},
    {"Ten of the 25 crew have been rescued and 15 are missing.", 1, "subtype=missing count=15"},
    {"A raid killed one woman and injured three other people.", 2, "subtype=wounded count=3 actor=people"},
    {"A raid killed one woman and injured three others.", 2, "subtype=wounded count=3 actor=women"},
    {"Nine Druze were killed in Norvik.", 1, "count=9 actor=Druze"},
    {"Nine Druze gunmen were killed in Norvik.", 1, "count=9 actor=gunmen"},
    {"The Druze town of Norvik was captured.", 0, NULL},
    {"Four fishermen were killed off the Libyan coast.", 1, "count=4 actor=civilians"},
    {"Two of the characters were killed off in May.", 0, NULL},
    {"Dozens of Hazara were killed in Kabul.", 1, "min=24 actor=Hazara"},
    {"Seven alleged People's Army rebels were killed.", 1, "count=7 actor=rebels"},
    {"Seven soldiers' mothers were killed.", 1, "count=- actor=people"},
    {"The mayor put the number of Norland soldiers killed near Brask on Monday at 17.", 1,
     "count=17 actor=Norland"},
    {"We lost 27 of our boys on Tuesday.", 1, "count=27 actor=people"},
    {"Shells killed 27 boys on Tuesday.", 1, "count=27 actor=children"},
};

static void check(const struct row *rows, size_t count)
{
    bool failed = false;

    for (size_t i = 0; i < count; i++) {
        struct arena arena;
        bool found = rows[i].expected == NULL;

        arena_init(&arena, (size_t)64 << 20);
        struct analysis analysis = analyse_text(&arena, PUBLISHED, rows[i].text);
        check_quotes(&analysis, str_from(rows[i].text));
        for (size_t k = 0; k < analysis.report_count && !found; k++) {
            found = report_is(&analysis.reports[k], rows[i].expected);
        }
        if (!found || analysis.report_count != rows[i].reports) {
            print_error("%s\n  expected: %zu of %s, found %zu\n", rows[i].text, rows[i].reports,
                        found ? "them" : rows[i].expected, analysis.report_count);
            failed = true;
        }
        arena_release(&arena);
    }
    assert_false(failed);
}

#define TABLE(name)                                                                                          \
    static void test_##name(void **state)                                                                    \
    {                                                                                                        \
        (void)state;                                                                                         \
        check(name, sizeof(name) / sizeof((name)[0]));                                                       \
    }
TABLE(lines)
TABLE(armies)
TABLE(kin)
TABLE(attackers)
TABLE(enemies)
TABLE(debunked)
TABLE(rates)
TABLE(totals)
TABLE(countries)
TABLE(formations)
TABLE(returns)
TABLE(placed)
TABLE(shares)
TABLE(numbers)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),      cmocka_unit_test(test_armies),  cmocka_unit_test(test_kin),
        cmocka_unit_test(test_attackers),  cmocka_unit_test(test_enemies), cmocka_unit_test(test_debunked),
        cmocka_unit_test(test_rates),      cmocka_unit_test(test_totals),  cmocka_unit_test(test_countries),
        cmocka_unit_test(test_formations), cmocka_unit_test(test_returns), cmocka_unit_test(test_placed),
        cmocka_unit_test(test_shares),     cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
