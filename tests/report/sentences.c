/* Single sentences and what must come of them: one line an expectation.  All are published on Tuesday, 17
 * December 2024. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

struct row {
    const char *text;
    const char *expected; /* of one of the reports; NULL: there must be none at all */
};

static const struct row counts[] = {
    {"At least 12 soldiers were killed.", "min=12 max=- qualifier=\"At least\" words=\"At least 12\""},
    {"More than 300 people died.", "min=300 max=-"},
    {"A couple of hundred soldiers were killed.", "count=200"},
    {"Nearly 80 rebels were wounded.", "min=- max=80"},
    {"As many as 40 villagers were killed.", "min=- max=40"},
    {"Few soldiers were killed.", "min=- max=- words=Few"},
    {"Roughly 1,500 troops were sent to Norvik.", "count=1500 kind=deployment subtype=sent"},
    {"Between 20 and 30 fighters died.", "min=20 max=30"},
    {"Two dozen miners were injured.", "count=24"},
    {"Thirtythree miners were injured.", "count=33"},
    {"Raiders killed Aldo Bremmer, a cook, and a judge.", "min=2 max=3"},
    {"Raiders killed Aldo Bremmer, a cook, and Orm Vanti.", "count=2"},
    {"Hundreds of villagers were killed.", "min=100 max=999"},
    {"A policeman was wounded.", "count=1 words=\"A policeman\""},
    {"Norland's troops suffered heavy losses.", "min=- max=- subtype=unspecified"},
    {"A nurse and six children were killed.", "count=7 words=\"A nurse and six children\""},
    {"French soldiers were killed.", "count=- actor=France"},
    {"Twenty-five sailors drowned in the attack or were killed.", "count=25"},
    {"Both men were killed.", "count=-"},
    {"Bremmer fled to Norvik, where he was shot dead.", "subtype=killed count=1 words=he"},
    {"Raiders seized the nurse and killed him.", "subtype=killed count=1 words=him"},
    {"Rebels kidnapped us in Norvik.", "subtype=captured count=-"},
};

static const struct row forms[] = {
    {"Shells killed four farmers in Norvik.", "subtype=killed count=4"},
    {"Four farmers were killed by shells.", "subtype=killed count=4"},
    {"The shells, killing four farmers, fell at dawn.", "subtype=killed count=4"},
    {"About 4,000 farmers have been killed or hurt so far.", "subtype=killed_or_wounded count=4000"},
    {"The army sent 1,200 men into the hills of Chad.", "subtype=sent count=1200"},
    {"Four farmers were blown to bits when a shell hit a barn.", "subtype=killed count=4"},
    {"Four farmers lay dead in the barn.", "subtype=killed count=4"},
    {"Four soldiers embraced martyrdom.", "subtype=killed count=4"},
    {"The mayor was fatally shot on Monday.", "subtype=killed count=1"},
    {"Four soldiers laid down their arms.", "subtype=captured count=4"},
    {"Four French soldiers were taken alive in Norvik.", "subtype=captured count=4 actor=France"},
    {"The enemy's losses amount to 14,000 men.", "subtype=unspecified count=14000"},
    {"The number of dead had climbed past 60.", "subtype=killed min=60 max=-"},
    {"The raid left four farmers dead.", "subtype=killed count=4"},
    {"The raid left four dead and nine wounded.", "subtype=wounded count=9"},
    {"He regretted the deaths of four farmers.", "subtype=killed count=4"},
    {"The blast killed four farmers and wounded over nine.", "subtype=wounded min=9 max=-"},
    {"The air force eliminated 17 militants.", "subtype=killed count=17"},
    {"Norland claims to have killed 300 Tarrow soldiers.",
     "subtype=killed count=300 source=Norland status=claimed"},
    {"The enemy lost 250 soldiers over the past day, the General Staff says.",
     "subtype=unspecified count=250 source=\"General Staff\""},
    {"France said it would send 300 more troops to Chad.", "subtype=planned count=300 status=expected"},
    {"France would send 300 more troops to Chad.", "subtype=sent count=300 status=hypothetical"},
    {"France is to send 300 more troops to Chad.", "subtype=planned count=300 actor=France"},
    {"Fighting between Belgian and French troops killed 80 farmers.", "count=80 counterpart=-"},
    {"Clashes between the army and the RSF killed 80 farmers.", "count=80 counterpart=-"},
    {"Kenyan police lead a force against gangs that killed 500 farmers.", "count=500 counterpart=-"},
    {"France fights a group that killed 80 farmers.", "count=80 counterpart=-"},
    {"The French jets that killed 80 farmers came from Chad.", "count=80 counterpart=France"},
    {"The farmers could have been killed.", "status=hypothetical"},
    {"The bomb might have killed hundreds.", "status=hypothetical"},
    {"Nine miners could have been killed.", "status=claimed count=9"},
    {"Miners may have been killed.", "status=claimed"},
    {"We will kill them.", "status=hypothetical"},
    {"The new laws will hurt the farmers.", "status=hypothetical"},
    {"Two hostages will be executed on Friday.", "status=expected count=2"},
    {"About 2,000 marines landed near the port of Norvik.", "subtype=deployed count=2000 place=Norvik"},
    {"The paper said that French losses exceeded 200.", "count=200 actor=France subtype=unspecified"},
    {"French units lost at least 30 soldiers dead and wounded.",
     "min=30 actor=France counterpart=- subtype=killed_or_wounded"},
    {"French troops are in Chad. A first batch of 400 arrived in Khartoum on Monday.",
     "count=400 actor=France subtype=deployed"},
    {"We lost 16 comrades.", "subtype=unspecified count=16"},
    {"We have lost 16 men since Monday.", "subtype=unspecified count=16 scope=cumulative"},
    {"The tanker sank with the loss of six men.", "subtype=killed count=6"},
    {"Twenty engineers were deployed to Norvik on Christmas Eve.", "subtype=deployed count=20"},
    {"France deployed 20 engineers in Chad on Monday.", "subtype=deployed count=20 actor=France"},
    {"Norland has sent 1,200 prisoners to the front.", "subtype=sent count=1200 actor=Norland"},
    {"Some 1,200 prisoners were sent to the front.", "subtype=sent count=1200 actor=prisoners"},
    {"Norland emptied its jails and sent 300 inmates into the trenches.", "subtype=sent count=300"},
    {"Soldiers freed three of the eight captured, and two guards were killed.", "subtype=killed count=2"},
    {"The army was to send 700 soldiers on Friday.", "subtype=planned count=700 status=expected"},
    {"France was to have sent 700 soldiers in May.", "subtype=planned count=700 status=expected"},
    {"About 700 soldiers were to be sent to Chad.", "subtype=planned count=700 status=expected"},
    {"France was due to send 700 soldiers to Chad.", "subtype=planned count=700 status=expected"},
    {"Twelve soldiers killed and seven firefighters wounded.", "subtype=wounded count=7 actor=rescuers"},
    {"Twelve soldiers killed and seven wounded.", "subtype=wounded count=7 actor=soldiers"},
    {"France sent 400 soldiers to Chad. \"Another 200 will follow,\" he said.", "count=200 actor=France"},
    {"Killed: 17\nWounded: 45", "subtype=wounded count=45"},
    {"• Killed - 17", "subtype=killed count=17"},
    {"The destroyer was sunk with the loss of 41 crew.", "subtype=killed count=41 actor=crew"},
    {"France pulled its 400 soldiers out of Norvik.", "subtype=withdrawn count=400 place=Norvik"},
    {"Six French observers were wounded.", "subtype=wounded count=6 actor=France"},
    {"The army killed or wounded at least 30 rebels.", "subtype=killed_or_wounded min=30"},
    {"At least 30 rebels were either killed or wounded.", "subtype=killed_or_wounded min=30"},
    {"Three rebels went missing.", "subtype=missing count=3"},
    {"Three French soldiers were captured.", "subtype=captured count=3 actor=France"},
    {"Rebels kidnapped three nurses.", "subtype=captured count=3"},
    {"The fighting has cost 60 French lives.", "subtype=killed count=60 actor=France"},
    {"One person suffered minor injuries in the raid.", "subtype=wounded count=1 actor=people"},
    {"Gunmen attacked the farm, killing farmers.", "subtype=killed"},
    {"Farmers are being killed in Norvik.", "subtype=killed place=Norvik"},
    {"On Sunday they were killing farmers.", "subtype=killed"},
    {"The army denied that it had fled after 19 soldiers were killed.", "count=19 status=confirmed"},
    {"CAIRO, Egypt (AP) \u2014 An airstrike killed 12 people in Gaza on Sunday.", "count=12 counterpart=-"},
    {"Survivors of the raid, in which 37 people were killed, testified in Norvik.", "count=37 source=-"},
    {"The number of dead rose to 45.", "subtype=killed count=45"},
    {"French losses in the battle had reached 200.", "subtype=unspecified count=200 actor=France"},
    {"France has sent at least 900 soldiers to Chad.", "subtype=sent min=900 actor=France place=Chad"},
    {"About 900 French soldiers arrived in Chad on Monday.",
     "subtype=deployed count=900 place=Chad first=2024-12-16"},
    {"French troops have moved to the front.", "subtype=moved actor=France"},
    {"French troops joined combat operations in Chad.", "subtype=entered_combat actor=France"},
    {"France withdrew 400 troops from Chad.", "subtype=withdrawn count=400 actor=France"},
    {"France is preparing to send 400 troops to Chad.", "subtype=planned count=400"},
};

static const struct row dates[] = {
    {"Four farmers were killed on Saturday.", "first=2024-12-14 last=2024-12-14 basis=Saturday"},
    {"The ministry said Monday that four farmers were killed.",
     "first=- last=2024-12-16 basis=- said=2024-12-16"},
    {"On Monday, the ministry said four farmers were killed on Saturday.",
     "first=2024-12-14 said=2024-12-16"},
    {"Four farmers were killed on Saturday, the ministry said on Monday.",
     "first=2024-12-14 said=2024-12-16"},
    {"Four farmers were killed.", "first=- last=2024-12-17 basis=-"},
    {"Since November, 90 French soldiers have been killed.",
     "scope=cumulative first=2024-11-01 last=2024-12-17 count=90"},
    {"In December, 12 French soldiers died.", "first=2024-12-01 last=2024-12-17"},
    {"France will send 400 troops to Chad in January.", "subtype=planned first=2025-01-01 last=2025-01-31"},
    {"France is preparing to send 400 troops to Chad.", "first=- last=- basis=-"},
    {"12 soldiers died on Monday and five soldiers died on Sunday.", "count=5 first=2024-12-15"},
    {"12 soldiers died on Monday and five soldiers died on Sunday.", "count=12 first=2024-12-16"},
    {"In 2023, 90 soldiers were killed, up from 60 in the year 2021.", "count=90 first=2023-01-01"},
    {"Six soldiers were killed on Monday; so far this year 40 have died.", "count=6 scope=incident"},
    {"Six soldiers were killed on Monday; so far this year 40 have died.", "count=40 scope=cumulative"},
    {"So far, 90 soldiers have been killed.", "scope=cumulative count=90"},
    {"The attack was the deadliest since November 2008, when 166 people were killed in Chad.",
     "count=166 scope=incident first=2008-11-01 last=2008-11-30"},
    {"Since November, when the raid began, 900 soldiers have been killed.",
     "count=900 scope=cumulative first=2024-11-01 last=2024-12-17"},
    {"France sent 1,500 troops to Chad in early December, the first time since 2019.",
     "count=1500 scope=incident first=2024-12-01 last=2024-12-10"},
    {"After Monday's raid, which killed 8 soldiers in Norvik, troops left.",
     "count=8 first=2024-12-16 last=2024-12-16"},
    {"Before Monday's deadly attack, which killed 8 soldiers in Norvik, troops left.",
     "count=8 first=2024-12-16 last=2024-12-16"},
    {"President Bremmer said last month that 46,000 soldiers had been killed since February 2022.",
     "scope=cumulative first=2022-02-01 last=2024-11-30 said=2024-11-30"},
    {"Four farmers were killed, the ministry said in October.", "first=- last=2024-10-31 said=2024-10-31"},
    {"The minister said on Sunday the army was ready. He said 9 soldiers were killed.",
     "count=9 last=2024-12-15 said=2024-12-15"},
};

static const struct row sources[] = {
    {"The defence ministry said four soldiers were killed.", "source=\"defence ministry\" status=claimed"},
    {"Four soldiers were killed, the defence ministry said.", "source=\"defence ministry\" status=claimed"},
    {"Four soldiers were killed, said Colonel Aldo Bremmer, spokesman of the army.",
     "source=\"Colonel Aldo Bremmer\" status=claimed"},
    {"According to the police, four soldiers were killed.", "source=police status=claimed"},
    {"\u2018Four soldiers were killed,\u2019 the mayor said.", "source=mayor status=claimed"},
    {"'Four soldiers were killed,' the mayor said.", "source=mayor status=claimed"},
    {"President Bremmer spoke today about the death of six monks and said 12 soldiers were killed.",
     "count=12 source=\"President Bremmer\" status=claimed"},
    {"President Bremmer regretted the death of six monks and two nurses and said that it was a crime.",
     "count=8 source=-"},
    {"The rebels, in a statement sent to agencies, claimed to have killed 30 soldiers and said they lost two "
     "men.",
     "count=30 source=rebels status=claimed"},
    {"The rebels, in a statement sent to agencies, claimed to have killed 30 soldiers and said they lost two "
     "men.",
     "count=2 source=rebels status=claimed"},
    {"Nine men died, medics said. The army is silent. It said it had killed 30 rebels.", "count=30 source=-"},
    {"The raid killed 15, according to a medic, while the mayor spoke of 20 dead.", "count=20 source=mayor"},
    {"The raid killed 15, a medic said, while the mayor spoke of 20 dead.", "count=20 source=mayor"},
    {"The raid killed 15, a medic said, while the mayor spoke of 20 dead.", "count=15 source=medic"},
    {"Both the Pentagon and the Kremlin said four soldiers were killed.",
     "source=\"Pentagon and the Kremlin\""},
    {"Aldo Bremmer, head of the police, confirmed that four soldiers were killed.",
     "source=\"Aldo Bremmer\" status=confirmed"},
    {"The army denied that four of its soldiers had been killed.", "source=army status=denied"},
    {"The army denied the killing of four farmers.", "count=4 status=denied"},
    {"The army denied any role in the killing of four farmers.", "count=4 status=confirmed"},
    {"The minister denied that the trip was linked to the murder of four monks.", "count=4 status=confirmed"},
    {"Four soldiers were killed.", "source=- status=confirmed"},
    {"On Monday four soldiers were killed in the attack on the harbour, the regional\n"
     "office of the fishermen's union said in a statement.",
     "source=\"regional office of the fishermen's union\""},
    {"Four soldiers were reportedly killed.", "source=- status=claimed"},
    {"Were four soldiers killed in Norvik?", "status=hypothetical"},
    {"Had nine soldiers been killed, the talks would have failed.", "count=9 status=hypothetical"},
    {"It was reported that nine soldiers were killed.", "count=9 status=claimed source=-"},
    {"It was confirmed that nine soldiers were killed.", "count=9 status=confirmed source=-"},
    {"There are fears that nine soldiers were killed.", "count=9 status=unverified source=-"},
    {"There is a risk that 300 soldiers will be killed.", "min=300 status=hypothetical"},
    {"Thirty soldiers could be killed in such a raid.", "count=30 status=hypothetical"},
    {"As many as 30 soldiers may be dead.", "max=30 status=claimed"},
    {"Twelve soldiers must have been killed.", "count=12 status=claimed"},
    {"France must send 400 soldiers to Chad.", "count=400 status=hypothetical"},
    {"France is considering sending 400 soldiers to Chad.", "count=400 status=hypothetical"},
    {"France pledged 400 soldiers for the mission.", "count=400 subtype=planned status=expected"},
    {"The report of 12 dead could not be verified.", "count=12 status=unverified"},
    {"The army said 12 rebels were killed. It was impossible to verify the claim.",
     "count=12 status=unverified source=army"},
    {"The deaths of 12 soldiers have not been confirmed.", "count=12 status=unverified"},
    {"Reports of 12 dead were denied by the army.", "count=12 status=denied source=army"},
    {"The army called reports of 12 dead false.", "count=12 status=denied source=army"},
    {"Twelve soldiers are rumoured to have been killed.", "count=12 status=claimed source=-"},
    {"He was sentenced to death for killing 12 soldiers.", "count=12 status=claimed"},
    {"The court accused him of killing three nurses.", "count=3 status=claimed"},
    {"\"Did the rebels kill four soldiers?\"", "status=hypothetical"},
    {"Have 900 French soldiers been sent to Chad?", "status=hypothetical"},
    {"Why were four soldiers killed in Norvik?", "status=confirmed"},
    {"The toll is expected to reach 50.", "status=expected count=50"},
    {"If French troops are sent to Chad, the war will go on.", "status=hypothetical"},
    {"The agency could not confirm the report that 70 fighters were killed.", "count=70 status=unverified"},
    {"The agency was unable to verify that 70 fighters were killed.", "status=unverified source=-"},
    {"The army did not deny that 70 fighters were killed.", "status=claimed source=army"},
    {"Reports that 70 fighters were killed are false, the army said.", "status=denied source=army"},
    {"It is not true that 30 soldiers were killed in Norvik.", "status=denied min=30"},
    {"There was no evidence that 30 soldiers were killed in Norvik.", "status=unverified min=30"},
    {"The mayor disputed that 30 soldiers were killed in Norvik.", "status=denied source=mayor"},
    {"In the disputed region of Norvik 30 soldiers were killed.", "status=confirmed min=30"},
    {"Claims that 70 fighters were killed were not true.", "count=70 status=denied"},
    {"Reports of the deaths of 70 fighters were false, the ministry said.",
     "count=70 status=denied source=ministry"},
    {"Claims of 70 fighters killed in Norvik are baseless.", "count=70 status=denied"},
    {"The rumour that 70 fighters were killed is a lie.", "count=70 status=denied"},
    {"The army called reports that 70 fighters were killed a lie.", "count=70 status=denied source=army"},
    {"Although we could not confirm this, Colonel Bremmer asserted that 70 fighters were killed.",
     "count=70 status=unverified source=\"Colonel Bremmer\""},
    {"Police could not confirm how many died, but residents said 70 fighters were killed.",
     "count=70 status=claimed source=residents"},
    {"If confirmed, the deaths of 70 fighters would be a blow.", "count=70 status=unverified"},
    {"According to unconfirmed reports, 70 fighters were killed.", "count=70 status=unverified"},
    {"The mayor said 70 sailors were feared dead.", "count=70 status=unverified source=mayor"},
    {"The army said 70 rebels were killed. There was no independent confirmation.",
     "count=70 status=unverified source=army"},
    {"The army said 70 rebels were killed. The Herald could not verify the claim.",
     "count=70 status=unverified source=army"},
    {"The army said 70 rebels were killed. Unconfirmed reports spoke of a second raid.",
     "count=70 status=claimed source=army"},
    {"Seventy sailors were presumed dead.", "count=70 status=unverified"},
    {"The RSF denied shelling the market and said that only 9 soldiers had died.",
     "count=9 status=claimed source=RSF"},
    {"The army denied that it had attacked the market and said 9 fighters were killed.",
     "count=9 status=claimed source=army"},
    {"The army denied involvement but said 9 fighters were killed.", "count=9 status=claimed source=army"},
    {"The ministry said it could not confirm that 70 fighters were killed.", "count=70 status=unverified"},
    {"The group denied a role in the attack, which killed 12 people.", "count=12 status=confirmed source=-"},
    {"The group denied a role in the raid that killed 12 people.", "count=12 status=confirmed source=-"},
    {"The RSF denied killing 60 civilians in Norvik.", "count=60 status=denied source=RSF"},
    {"The UN said 9 soldiers were killed.\n\nFrance sent 900 troops to Chad, it announced two weeks ago.",
     "count=900 source=France status=claimed"},
    {"Rebels killed 12 soldiers in Norvik, its radio station said.",
     "status=claimed source=\"Rebels' radio station\""},
    {"The RSF killed 12 soldiers in Norvik, its military wing said.",
     "status=claimed source=\"RSF's military wing\""},
    {"Nine people were killed in Norvik, said the regional administration.",
     "status=claimed source=\"regional administration\""},
    {"About 900 people were killed in the attack, according to French tallies.",
     "status=claimed source=\"French tallies\""},
    {"Nine captives were freed and 12 soldiers were killed, according to the law of war.",
     "count=12 status=confirmed source=-"},
};

static const struct row actors[] = {
    {"The RSF shelled a camp, killing nine men.", "count=9 counterpart=RSF"},
    {"France condemned the killing of nine men.", "count=9 counterpart=-"},
    {"French guards lost two generals.", "count=2 actor=France"},
    {"The RSF, backed by France, killed nine men.", "count=9 counterpart=RSF"},
    {"French-backed fighters killed nine men.", "count=9 counterpart=-"},
    {"Nine French-backed fighters were killed.", "count=9 actor=fighters"},
    {"Nine French-speaking soldiers were killed.", "count=9 actor=soldiers"},
    {"French jets bombed 12 RSF camps, killing nine farmers.", "count=9 counterpart=France"},
    {"French police arrested two men who killed three guards.", "count=3 counterpart=-"},
    {"Marines killed 12 pirates.", "count=12 actor=pirates"},
    {"Two prison guards were stabbed to death in Norvik.", "count=2 actor=\"prison guards\""},
    {"France will send 700 soldiers to Chad; Belgium will contribute 800.", "count=800 actor=Belgium"},
    {"France will send 700 soldiers to Chad and contribute 800 to the force.", "count=800 actor=France"},
    {"France condemned the attack that killed three guards.", "count=3 counterpart=-"},
    {"The French drone attack that killed three guards was filmed.", "count=3 counterpart=France"},
    {"French soldiers who killed three guards were jailed.", "count=3 counterpart=France"},
    {"Jets struck RSF positions, killing nine farmers.", "count=9 counterpart=-"},
    {"Bombs killed five peacekeepers from Chad in northern Mali.", "count=5 actor=Chad places=1 place=Mali"},
    {"France withdrew 300 soldiers from Chad.", "actor=France places=1 place=Chad"},
    {"Norland says it lost 42 soldiers.", "count=42 actor=Norland source=Norland"},
    {"The French army said it had lost 42 soldiers.", "count=42 actor=France"},
    {"Norland soldiers were killed on Monday.", "actor=Norland"},
    {"“Norland soldiers were killed,” he said.", "actor=Norland"},
    {"Masked soldiers were killed on Monday.", "actor=soldiers"},
    {"Masked Norland soldiers were killed on Monday.", "actor=Norland"},
    {"Vermilled soldiers were killed. Ten vermilled men were wounded.", "subtype=killed actor=soldiers"},
    {"Vermilled soldiers were killed. The men of Vermilled fled.", "subtype=killed actor=Vermilled"},
    {"French troops came under fire in Chad. Twelve soldiers were killed.", "count=12 actor=France"},
    {"French troops came under fire in Khartoum. Near the village of Norvik, 12 soldiers were killed.",
     "count=12 actor=soldiers"},
    {"French troops left Chad and went home. A raid near the village of Norvik killed 12 soldiers.",
     "count=12 actor=soldiers"},
    {"Aldo Bremmer died on Monday, and seven other people were killed.", "count=7 actor=people"},
    {"RSF fighters attacked a checkpoint on Friday. Five policemen were killed.", "count=5 actor=police"},
    {"French soldiers attacked a checkpoint on Friday. Five policemen were killed.", "count=5 actor=police"},
    {"French soldiers were attacked on Friday. Five soldiers were killed.", "count=5 actor=France"},
    {"Two French soldiers were hit by a drone, killing one.", "count=1 actor=France"},
    {"Norland's forces rained bombs on the port, killing three.", "count=3 actor=-"},
    {"French soldiers shelled Belgian troops near Norvik, killing 12.", "count=12 actor=Belgium"},
};

static const struct row places[] = {
    {"Two soldiers were killed in London Road.", "places=0"},
    {"Two soldiers were killed in a London street.", "place=London"},
    {"Two soldiers were killed at the Berlin Hotel in Khartoum.", "places=1 place=Khartoum"},
    {"Four farmers were killed in Khartoum.", "place=Khartoum"},
    {"A bomb exploded in a market in Khartoum. Five people were wounded.", "count=5 place=Khartoum"},
    {"A bomb exploded in Khartoum. Five people were wounded, the ministry said.", "count=5 place=Khartoum"},
    {"A bomb exploded in Khartoum. The ministry said five people were wounded.", "count=5 place=Khartoum"},
    {"A bomb exploded in Khartoum. The war has killed 900 people.", "count=900 places=0"},
    {"A bomb exploded in Khartoum. The mayor spoke of the murder of a nurse.", "count=1 places=0"},
    {"The minister spoke in Khartoum. Five people were wounded.", "count=5 places=0"},
    {"Four farmers were killed in the village of Norvik.", "place=Norvik"},
    {"Four farmers were killed in the villages of Norvik, Ostrel and Tarn.", "places=3 place=Tarn"},
    {"Four farmers were killed near Khartoum in Sudan.", "places=1 place=Khartoum"},
    {"Four farmers were killed in Paris, Texas.", "place=Paris country=US"},
    {"Four farmers were killed in Moscow, Idaho, on Monday.", "place=Moscow country=US"},
    {"Four farmers were killed in Tbilisi, Georgia.", "place=Tbilisi country=GE"},
    {"Four farmers were killed in Paris, Texas and Ohio.", "places=3 place=Paris country=FR"},
    {"France's army killed four farmers.", "places=0"},
    {"Missiles struck Khartoum, killing four farmers.", "place=Khartoum"},
    {"Shells killed the mayor of the town of Norvik.", "place=Norvik"},
    {"Fighting in Khartoum's Soba district killed four farmers.", "place=Khartoum"},
    {"The minister in Paris said four farmers were killed in Khartoum.", "places=1 place=Khartoum"},
};

static const struct row nothing[] = {
    {"The crew landed safely in Chad on Tuesday.", NULL},
    {"Two people were killed in a car crash on Monday.", NULL},
    {"The raid caused zero casualties.", NULL},
    {"0 soldiers were killed.", NULL},
    {"The virus has killed 2,000 people since March.", NULL},
    {"Twelve people died of cholera in the camp.", NULL},
    {"French troops opened a large exercise on Monday.", NULL},
    {"The strike caused no casualties.", NULL},
    {"The troops have not yet been sent to Chad.", NULL},
    {"Norland deployed 40 drones and a new radar.", NULL},
    {"The company deployed its software to 500 servers.", NULL},
    {"A late goal killed off the hosts' hopes.", NULL},
    {"No soldiers were killed.", NULL},
    {"The 45th Brigade was captured.", NULL},
    {"Three candidates were eliminated in the battle for the post.", NULL},
    {"He was sentenced for a plan to kill three judges.", NULL},
    {"They died laughing at the 30 jokes.", "count=-"},
    {"The price rose by 30 percent.", NULL},
    {"Shares made up for some of their losses.", NULL},
    {"French losses in the third quarter reached 200 million euros.", NULL},
    {"Rebels captured the town of Norvik.", NULL},
    {"About 3,000 troops take part in the exercise, deployed on both sides of the river.", NULL},
    {"The company deployed 20 engineers to fix the outage.", NULL},
    {"Norland sent 12 prisoners to a new prison.", NULL},
    {"Soldiers freed three of the eight captured.", NULL},
    {"Three of the eight captured nurses were freed on Monday.", NULL},
    {"The team lost two men to injury in the match.", NULL},
    {"French losses in the championship reached 12.", NULL},
    {"A family of five arrived in Norvik.", NULL},
    {"Scarcely any soldiers were killed.", NULL},
    {"France sent ten lorries and lost two of them.", NULL},
    {"Captured: 30 photos from the fair.", NULL},
    {"He spoke of the danger of sending troops to Chad.", NULL},
    {"Correction: An earlier version of this article said that 41 people were killed.", NULL},
    {"Editor's note (Feb. 3): The town was said to be Norvik. 41 people were killed.", NULL},
    {"An earlier version of this story gave a wrong toll. 41 people were killed.", NULL},
};

static void check(const struct row *rows, size_t count)
{
    size_t i, k;

    for (i = 0; i < count; i++) {
        struct arena arena;
        struct analysis analysis;
        bool found = false;

        arena_init(&arena, (size_t)64 << 20);
        analysis = analyse_text(&arena, PUBLISHED, rows[i].text);
        check_quotes(&analysis, str_from(rows[i].text));
        if (rows[i].expected == NULL) {
            found = analysis.report_count == 0;
        }
        for (k = 0; k < analysis.report_count && rows[i].expected != NULL; k++) {
            found = found || report_is(&analysis.reports[k], rows[i].expected);
        }
        arena_release(&arena);
        if (!found) {
            print_error("%s\n  expected: %s\n", rows[i].text,
                        rows[i].expected == NULL ? "nothing" : rows[i].expected);
        }
        assert_true(found);
    }
}

#define TABLE(name)                                                                                          \
    static void test_##name(void **state)                                                                    \
    {                                                                                                        \
        (void)state;                                                                                         \
        check(name, sizeof(name) / sizeof((name)[0]));                                                       \
    }
TABLE(counts)
TABLE(forms)
TABLE(dates)
TABLE(sources)
TABLE(actors)
TABLE(places)
TABLE(nothing)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),  cmocka_unit_test(test_forms),  cmocka_unit_test(test_dates),
        cmocka_unit_test(test_sources), cmocka_unit_test(test_actors), cmocka_unit_test(test_places),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
