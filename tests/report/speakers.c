/* Who says it: sentences and the source that each claim in them must have.  One line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct row {
    const char *text;
    const char *claim;    /* picks the report */
    const char *expected; /* of it */
};

static const struct row phrases[] = {
    {"Norland, which denies backing the rebels, has up to 4,000 troops in Chad, according to UN experts.",
     "max=4000", "source=\"UN experts\" status=claimed"},
    {"Norland, which denied the charges, lost nine soldiers in Kolna.", "count=9",
     "source=- status=confirmed"},
    {"Norland, which says it spares farmers, killed nine of them on Monday, medics said.", "count=9",
     "source=medics status=claimed"},
    {"The army, which said nine men, two of them officers, were killed, blamed rebels.", "count=9",
     "source=army status=claimed"},
    {"The army, which denied that nine men, two of them officers, were killed, blamed rebels.", "count=9",
     "source=army status=denied"},
    {"Rescuers searched the rubble for four people reported missing, the mayor said.", "count=4",
     "source=mayor status=claimed"},
    {"She mourned 12 soldiers reported dead on Monday.", "count=12", "source=- status=claimed"},
    {"Two officers reported four people missing in Norvik on Monday.", "count=4",
     "source=\"Two officers\" status=claimed"},
    {"Norland's ambassador to the United Nations said nine soldiers were killed.", "count=9",
     "source=\"Norland's ambassador to the United Nations\" status=claimed"},
    {"The French representative at the UN denied that nine soldiers were killed.", "count=9",
     "source=\"French representative at the UN\" status=denied"},
    {"A spokesman of the United Nations said nine soldiers were killed.", "count=9", "source=UN"},
    {"A truce broke down on Monday, with both sides claiming heavy losses.", "subtype=unspecified",
     "source=\"both sides\" status=claimed"},
    {"Guards fled, with the army claiming that nine rebels had been killed.", "count=9",
     "source=army status=claimed"},
    {"In Kolna the army said it had captured nine rebels.", "count=9",
     "source=army status=claimed place=Kolna"},
    {"In Chad the FTO said it had captured nine soldiers on Monday. Four fighters died, it said.", "count=4",
     "source=FTO status=claimed"},
    {"In May, nine farmers died near Kolna, the Norvik Monitor said; another 12 were hurt.", "count=12",
     "source=\"Norvik Monitor\""},
    {"According to a UN report, nine farmers died; another 12 were hurt.", "count=12",
     "source=\"UN report\""},
    {"General Aldo Vanti said four soldiers were hurt. Since May, 38 rebels have died, according to army "
     "data. "
     "Nine more were captured, he added.",
     "count=9", "source=\"General Aldo Vanti\""},
    {"NORLAND / NORTH\nSpy agency: 600 dead\nTarrow lost nine soldiers, Vanti quoted the agency as saying.",
     "count=9", "source=\"Spy agency\""},
    {"The ministry regrets to inform the public that nine soldiers died near Kolna.", "count=9",
     "source=ministry status=claimed"},
    {"The ministry regrets that nine soldiers died near Kolna.", "count=9", "source=- status=confirmed"},
    {"In May, nine farmers died near Kolna, police found.", "count=9", "source=police status=claimed"},
    {"Nine farmers died near Kolna, where police found three guns.", "count=9", "source=- status=confirmed"},
    {"Nine farmers died near Kolna, several local outlets reported.", "count=9",
     "source=\"several local outlets\""},
    {"A French review gave a far higher figure than the UN, which spoke of nine dead.", "count=9",
     "source=UN status=claimed"},
    {"A list that we made with a Norvik paper suggests that nine farmers died.", "count=9", "source=-"},
    {"NORVIK, Dec 16 (Reuters) - Norland's army said nine farmers died.", "count=9",
     "source=\"Norland's army\""},
    {"NORVIK, Dec 16 (Reuters) - South Korea's spy agency said nine farmers died.", "count=9",
     "source=\"South Korea's spy agency\""},
    {"NORVIK, Dec 16 - Herders near Tarn said nine farmers died.", "count=9", "source=\"Herders near Tarn\""},
    {"The Tarrow Front said it had left Ostrel. Dozens of soldiers died there, it said.", "min=24",
     "source=\"Tarrow Front\""},
    {"Dozens of soldiers died in Ostrel, it said.", "min=24", "source=-"},
    {"Tarn Governor Ann Ober attended the burial and told reporters nine had died.", "count=9",
     "source=\"Tarn Governor Ann Ober\""},
    {"A last - minute official report said nine farmers died.", "count=9",
     "source=\"last - minute official report\""},
    {"Gunmen killed 12 people in Norvik, the WHO said.", "count=12", "source=WHO status=claimed"},
    {"According to the WHO, gunmen killed 12 people in Norvik.", "count=12", "source=WHO status=claimed"},
    {"WHO said on Monday nine nurses were killed.", "count=9", "source=WHO status=claimed said=2024-12-16"},
    {"Nine nurses were killed, WHO said.", "count=9", "source=WHO status=claimed"},
    {"Nine nurses were killed, according to WHO.", "count=9", "source=WHO status=claimed"},
    {"Nine nurses were killed, said an aide, who was wounded.", "count=9", "source=aide"},
    {"THE MAYOR WHO SAID NINE FARMERS DIED WAS ILL", "count=9", "source=MAYOR"},
    {"The Tarrow Front claimed responsibility, saying it had killed 26 soldiers.", "count=26",
     "source=\"Tarrow Front\" status=claimed"},
    {"The Tarrow Front claimed responsibility for the raid, in which 26 soldiers died.", "count=26",
     "source=- status=confirmed"},
    {"Gunmen attacked Kolna, saying they would kill everyone; nine farmers died.", "count=9", "source=-"},
    {"Nine farmers died; two are missing, according to the mayor.", "count=9", "source=mayor"},
    {"The army sent reinforcements, saying nine soldiers had died.", "count=9", "source=army status=claimed"},
    {"A medic spoke to the Herald, the mayor said, saying nine soldiers had died.", "count=9",
     "source=mayor"},
    {"Three sailors died; ten have been rescued, the coast guard said.", "count=3",
     "source=\"coast guard\" status=claimed"},
    {"On 3 May nine farmers died in Norvik; on 4 May, 12 died, the channel Tarrow Diary wrote.", "count=9",
     "source=\"channel Tarrow Diary\" status=claimed"},
    {"Three sailors died, the mayor said; ten have been rescued, the coast guard said.", "count=3",
     "source=mayor"},
    {"Three French sailors died; ten have been rescued, the coast guard said.", "count=3",
     "source=- status=confirmed"},
    {"Two sailors were wounded, a shipping agent said.", "count=2", "source=\"shipping agent\""},
    {"Police had first reported 64 deaths in Kolna.", "count=64", "source=Police status=claimed"},
    {"The coroner had first put the number of dead at 15.", "count=15", "source=coroner status=claimed"},
    {"Troops had first attacked Kolna on Monday, killing nine people.", "count=9",
     "source=- status=confirmed"},
    {"The Monitor counts at least 1,054 dead in Chad.", "min=1054", "source=Monitor status=claimed"},
    {"By Sunday the ministry was claiming 1,350 soldiers killed.", "count=1350",
     "source=ministry status=claimed"},
    {"The Norvik Monitor has identified 900 soldiers killed in Chad.", "count=900",
     "source=\"Norvik Monitor\" status=claimed"},
    {"Police have identified the gunman who killed 12 people in Norvik.", "count=12",
     "source=- status=confirmed"},
    {"Two officers posted to the area in April are among the dead.", "count=2", "source=- status=confirmed"},
    {"NORLAND HEALTH MINISTRY RAISES TOLL TO 25 DEAD", "count=25",
     "source=\"NORLAND HEALTH MINISTRY\" status=claimed"},
    {"Bomb raises toll to 25 dead", "count=25", "source=- status=confirmed"},
    {"The Monitor recorded 31 civilian deaths in May.", "count=31", "source=Monitor status=claimed"},
    {"Nine deaths were recorded in May.", "count=9", "source=- status=confirmed"},
    {"The Norvik Monitor said nine farmers died. The group counted 12 wounded.", "count=12",
     "source=\"Norvik Monitor\""},
    {"The Norvik Monitor said nine farmers died. The mayor wept. The group counted 12 wounded.", "count=12",
     "source=\"Norvik Monitor\""},
    {"The spy service said nine farmers died. The group counted 12 wounded.", "count=12", "source=group"},
    {"The rebels said 14 soldiers died, a figure that could not be checked.", "count=14",
     "source=rebels status=unverified"},
    {"The ministry reports of the war that nine people were killed.", "count=9",
     "source=ministry status=claimed"},
    {"Rebel claims of a raid that killed nine people were false.", "count=9", "status=denied"},
    {"The police checked the figure of 14 dead soldiers.", "count=14", "status=confirmed"},
    {"The Norvik Monitor has registered 31 civilian deaths.", "count=31", "source=\"Norvik Monitor\""},
    {"The charity's bulletin lists 12 dead.", "count=12", "source=charity status=claimed"},
    {"A bomb killed 12 registered voters.", "count=12", "source=- actor=voters"},
    {"Twelve soldiers died, per the ministry.", "count=12", "source=ministry status=claimed"},
    {"\"Twelve soldiers died,\" reads the statement.", "count=12", "source=statement status=claimed"},
    {"The general staff said four soldiers died. It said 12 rebels were killed.", "count=12",
     "source=\"general staff\""},
    {"Medics said four soldiers died. It said 12 rebels were killed.", "count=12", "source=-"},
    {"A monitor said 23 soldiers died. The junta has not confirmed this. It acknowledged seven dead.",
     "count=7", "source=junta"},
    {"A monitor said 23 soldiers died. It said seven were wounded.", "count=7", "source=monitor"},
    {"A monitor said 23 soldiers died. Rain fell on the base. It said seven were wounded.", "count=7",
     "source=monitor"},
    {"Rescue teams had on Sunday given the toll as nine dead.", "count=9",
     "source=\"Rescue teams\" first=- last=2024-12-15"},
    {"Seven alleged rebels were killed.", "count=7", "source=- actor=rebels"},
    {"The army alleged nine farmers were killed.", "count=9", "source=army"},
    {"The mayor clarified that nine farmers were killed.", "count=9", "source=mayor"},
    {"The army denied it. General Omar Reed visited the base. He said nine soldiers were killed.", "count=9",
     "source=\"General Omar Reed\""},
    /* a person told of by name and office */
    {"The spokeswoman, Ann Reed, met reporters. She said nine soldiers were killed.", "count=9",
     "source=spokeswoman"},
    {"Ann Reed, the governor, visited Norvik. She said nine soldiers were killed.", "count=9",
     "source=\"Ann Reed\""},
    {"On Monday, Ann Reed, a spokeswoman for the ministry, met reporters. She said nine soldiers were "
     "killed.",
     "count=9", "source=\"Ann Reed\""},
    {"Ann Reed, who runs the hospital, met reporters. She said nine soldiers were killed.", "count=9",
     "source=\"Ann Reed\""},
    {"The army denied it. Ann Reed, the governor, visited Norvik. She said nine soldiers were killed.",
     "count=9", "source=\"Ann Reed\""},
    {"The regional health minister visited Norvik. He said nine soldiers were killed.", "count=9",
     "source=\"regional health minister\""},
    {"Omar Brask met Ann Reed, the governor, on Monday. She said nine soldiers were killed.", "count=9",
     "source=-"},
    {"Ann Reed, the governor, and Omar Brask met. She said nine soldiers were killed.", "count=9",
     "source=-"},
    {"Khartoum, the seat of a governor, fell. He said nine soldiers were killed.", "count=9", "source=-"},
    {"The town, Norvik, fell. He said nine soldiers were killed.", "count=9", "source=-"},
    /* a body in the first sentence */
    {"The ministry held a briefing. It said nine soldiers were killed.", "count=9", "source=ministry"},
    {"Nine people were killed in Norvik. The administration later put the toll at 14.", "count=14",
     "source=administration status=claimed"},
    {"Nine people were killed in Norvik. The city hall put the toll at 14.", "count=14",
     "source=\"city hall\""},
    {"Nine people were killed in Norvik. The fresh violence put the toll at 14.", "count=14", "source=-"},
    {"The army denied it. Senator Omar Reed was in the town. He said nine soldiers were killed.", "count=9",
     "source=\"Senator Omar Reed\""},
    {"Governor Reed was in the town. The statement said nine soldiers were killed.", "count=9",
     "source=statement"},
    {"Norvik, 26 May 89 -- [Text] The army command said that nine soldiers were killed.", "count=9",
     "source=\"army command\""},
    {"Nine soldiers died, deputies said on Monday after being briefed.", "count=9", "source=deputies"},
    {"A colonel, for his part, charged that a guard was kidnapped.", "count=1", "source=colonel"},
    {"NORVIK, 4 MAY (EFE) -- [TEXT] Military sources reported that nine soldiers were killed.", "count=9",
     "source=\"Military sources\""},
    {"NORVIK (EFE) -- Military sources reported that nine soldiers were killed.", "count=9",
     "source=\"Military sources\""},
    {"Troops recovered the bodies of nine gunmen, the army said on Monday.", "count=9",
     "source=army status=claimed"},
    {"The ministry said rebels attacked a post. Nine of the soldiers were killed, it added.", "count=9",
     "source=ministry"},
    {"Three of the rebels were captured, it added.", "count=3", "source=-"},
    {"Two Belgians were killed in the attack, his commander told the Herald.", "count=2", "source=commander"},
    {"The health ministry's toll stands at 35 dead.", "count=35",
     "source=\"health ministry\" status=claimed"},
    {"The mayor's count since Sunday stands at 35 dead and 40 wounded.", "count=40",
     "source=mayor status=claimed"},
    {"The army's death toll rose to 35.", "count=35", "source=- status=confirmed"},
    {"A contingent of 100 French soldiers was recalled in August.", "count=100",
     "subtype=withdrawn status=confirmed source=-"},
    {"France has recalled its 700 soldiers from Chad.", "count=700", "status=confirmed actor=France"},
    {"The mayor recalled that nine farmers had been killed.", "count=9", "source=mayor status=claimed"},
    {"France said it would wait and deployed 200 soldiers to Chad.", "count=200",
     "subtype=deployed status=confirmed source=- actor=France"},
    {"France warned that it would not stand by, and sent some 200 soldiers to Chad.", "count=200",
     "subtype=sent status=confirmed source=- actor=France"},
    {"France said it would wait and deploy 200 soldiers to Chad.", "count=200",
     "status=expected source=France"},
    {"The army said it had waited and killed 30 rebels.", "count=30", "status=claimed source=army"},
    {"The ministry raised its death toll to 35.", "count=35", "source=ministry status=claimed"},
    {"The army said that 35 rebels died, and residents said nine farmers were killed.", "count=9",
     "source=residents"},
    {"The army said that 35 rebels died, and residents said nine farmers were killed.", "count=35",
     "source=army"},
    {"The army raised its toll to 35, but residents said nine farmers were killed.", "count=9",
     "source=residents"},
    {"Nine farmers were killed. This was reported by the governor.", "count=9",
     "source=governor status=claimed"},
    {"Nine farmers were killed. This was also confirmed by the governor.", "count=9",
     "source=governor status=confirmed"},
    {"Nine farmers were killed, the army said. This was confirmed by the governor.", "count=9",
     "source=army"},
    {"Nine farmers were captured. They have been released by the army.", "count=9", "source=-"},
    {"The press office [NORPRES] reported that nine farmers were killed.", "count=9",
     "source=\"press office\""},
    {"Nine farmers were killed. The ship was reported by the governor.", "count=9", "source=-"},
    {"Nine farmers lost their lives, as per the ministry.", "count=9", "source=ministry status=claimed"},
    {"The company's founder said it had lost 2,000 men killed in May.", "count=2000",
     "source=\"company's founder\""},
    {"The alliance said 14 of its soldiers had been killed.", "count=14", "source=alliance"},
    {"Refugees reaching the border said 15 villagers were killed.", "count=15",
     "source=\"Refugees reaching the border\""},
    {"Travellers from Norvik said that 28 farmers were killed.", "count=28",
     "source=\"Travellers from Norvik\""},
    {"Observers arriving from Norvik reported that 28 farmers were killed.", "count=28",
     "source=\"Observers arriving from Norvik\""},
    {"The Tarrow Front stationed in Norvik reports that nine soldiers were killed.", "count=9",
     "source=\"Tarrow Front\""},
    {"The rebels, in a statement posted on the internet, said 50 soldiers were killed.", "count=50",
     "source=rebels"},
    {"In a statement, the rebels said 50 soldiers were killed.", "count=50", "source=rebels"},
    {"The Joint Chiefs of Staff earlier put the number of dead at 1,100.", "count=1100",
     "source=\"Joint Chiefs of Staff\""},
    {"Secretary Mauro Brandt openly accused the rebels of killing nine farmers.", "count=9",
     "source=\"Secretary Mauro Brandt\""},
    {"It was confirmed by Red Cross spokesman Carlo Lind, who said that nine farmers were killed.", "count=9",
     "source=\"Red Cross spokesman Carlo Lind\""},
    {"He met with President Oscar Arvid, who said that nine farmers were killed.", "count=9",
     "source=\"President Oscar Arvid\""},
    {"The group sent a message to a spokesman for the mayor, who said nine farmers were killed.", "count=9",
     "source=\"spokesman for the mayor\""},
    {"According to one of the two women who were hurt, nine farmers were killed.", "count=9",
     "source=\"one of the two women\""},
    {"According to first reports -- which are unofficial -- at least eight farmers were killed.",
     "min=8 max=-", "source=\"first reports\""},
    {"According to unofficial reports at least 80 passengers were killed.", "min=80 max=-",
     "source=\"unofficial reports\""},
    {"The source, who asked not to be named because he was not authorised to speak, said 30 soldiers were "
     "wounded.",
     "count=30", "source=source actor=soldiers"},
    {"A strike killed five workers, officials there said.", "count=5", "source=officials"},
    {"Six rebels were killed in Norvik, the rebels said.", "count=6", "source=rebels actor=rebels"},
    {"Figures of the doctors' union showed 174 civilians dead.", "count=174",
     "source=\"Figures of the doctors' union\""},
    {"Earlier reports had put the toll at 31.", "count=31", "source=reports"},
    {"Another report from the area said three soldiers were killed.", "count=3",
     "source=\"Another report from the area\""},
    {"Local sources spoke of 22 soldiers killed.", "count=22", "source=\"Local sources\""},
    {"The army said it killed 40 rebels, but the rebels said two had died.", "count=40", "source=army"},
    {"The army said it killed 40 rebels, but the rebels said two had died.", "count=2", "source=rebels"},
    {"Chad said 12 farmers were killed while France said it had killed ten gunmen.", "count=10",
     "source=France"},
    {"The army said that although the rebels said they would leave, nine farmers were killed.", "count=9",
     "source=army"},
    {"There were reports that 30 fighters were killed in Norvik.", "count=30", "status=claimed source=-"},
    {"The mayor has not commented on the claim that 30 fighters were killed.", "count=30",
     "status=claimed source=-"},
    {"No group has claimed the attack, which killed 30 fighters.", "count=30", "source=-"},
    {"No official confirmed that 30 fighters were killed in Norvik.", "count=30",
     "status=unverified source=-"},
    {"Neither side has confirmed that 30 fighters were killed in Norvik.", "count=30",
     "status=unverified source=-"},
    {"Nobody has confirmed that 30 fighters were killed in Norvik.", "count=30",
     "status=unverified source=-"},
    {"At least 30 soldiers have been killed, the Norvik-based Watch Agency said Sunday.", "min=30",
     "source=\"Watch Agency\" status=claimed"},
    {"At least 30 soldiers have been killed in the raids in Chad, the Norvik-based monitor said.", "min=30",
     "source=monitor place=Chad places=1"},
    {"According to a tally by the monitoring group NWG, 30 soldiers have been killed.", "count=30",
     "source=\"monitoring group NWG\""},
    {"A tally by the Herald newspaper found that 30 soldiers have been killed.", "count=30",
     "source=\"Herald newspaper\""},
    {"Thirty soldiers have been killed, Norland's defense department said.", "count=30",
     "source=\"Norland's defense department\""},
    {"Thirty soldiers have been killed, the US Defense Department said.", "count=30", "source=Pentagon"},
    {"Governor Aldo Bremmer posted on Telegram that nine farmers were killed.", "count=9",
     "source=\"Governor Aldo Bremmer\" status=claimed"},
    {"The clinic received nine bodies, its director said.", "count=9", "source=\"clinic's director\""},
    {"Officials fear that nine farmers were killed.", "count=9", "source=Officials status=unverified"},
    {"The Kremlin-installed head of the region said nine farmers were killed.", "count=9",
     "source=\"Kremlin-installed head of the region\""},
    {"The army said it held the hill. The rebels lost nine men, it added.", "count=9", "source=army"},
    {"The army said it killed 22 rebels; two soldiers died.", "count=2", "source=army status=claimed"},
    {"The army said it killed 22 rebels; two French soldiers died.", "count=2", "source=- status=confirmed"},
    {"The army said it killed 22 rebels; two soldiers died, residents said.", "count=2", "source=residents"},
    {"The ministry's earlier toll was 30.", "count=30", "source=ministry"},
    {"The rebels have 900 soldiers in Chad, the mayor said, and exercise control over Norvik.", "count=900",
     "subtype=deployed source=mayor"},
    {"The ministry said it was on fire. Workers recovered nine bodies, its head, Ann Reed, said.", "count=9",
     "source=\"ministry's head\""},
    {"The rebels, without giving evidence, claimed that nine soldiers were killed.", "count=9",
     "source=rebels"},
};

static const struct row whose[] = {
    {"Norland's air force said it shot down drones. Norland said on Friday that it captured 17 soldiers.",
     "count=17", "source=Norland"},
    {"Kenya will send 600 police to Chad in June.", "count=600", "subtype=planned status=expected"},
    {"Kenya is to send 600 police to Chad, the president said.", "count=600",
     "status=expected source=president"},
    {"The purported video shows bodies of French soldiers.", "subtype=killed", "status=unverified"},
    {"If confirmed, it would be the first time that French fighters died there.", "subtype=killed",
     "status=hypothetical"},
    {"Brasland said two of its soldiers also died.", "count=2", "actor=Brasland"},
    {"The French army said five of its soldiers died. Chad said two of its soldiers also died.", "count=2",
     "actor=Chad"},
    {"Belgium said France had killed two of its soldiers.", "count=2", "actor=Belgium counterpart=France"},
    {"France said it had killed 12 rebels.", "count=12", "counterpart=France"},
    {"A Belgian miller claimed that French forces killed 12 rebels.", "count=12",
     "status=claimed source=\"Belgian miller\""},
    {"The raid, which aid agencies say killed 12 farmers, was on Monday.", "count=12",
     "source=\"aid agencies\""},
    {"The ministry spoke of a raid. In a statement it said 12 farmers were killed.", "count=12",
     "source=ministry"},
    {"France has lost 900 soldiers, the General Staff said. This number includes 12 casualties French forces "
     "suffered on Monday.",
     "count=12", "actor=France source=\"General Staff\" status=claimed"},
    {"Officials on Monday lowered the death toll to 38.", "count=38", "source=Officials status=claimed"},
    {"The ministry raised its figure to 38 dead.", "count=38", "source=ministry status=claimed"},
    {"A second blast raised the death toll to 38.", "count=38", "source=- status=confirmed"},
    {"The death of an officer raised the toll to 38.", "count=38", "source=- status=confirmed"},
    {"The Israeli military said its troops stormed the camp, killing 12.", "count=12", "counterpart=Israel"},
    {"Russia's Defence Ministry said its forces had killed 12 Chadian soldiers.", "count=12",
     "actor=Chad counterpart=Russia"},
    {"The Front for Norvik (FN) said in a statement that it had killed 12 soldiers.", "count=12",
     "counterpart=FN"},
    {"The Norvik Front claimed to have killed 12 soldiers.", "count=12", "counterpart=\"Norvik Front\""},
    {"French troops said they had killed 12 rebels and wounded 14.", "count=14", "counterpart=France"},
    {"France said they had killed 12 nurses.", "count=12", "counterpart=-"},
    {"France said its base came under attack, killing 12 cooks.", "count=12", "counterpart=-"},
    {"France said it had shot down a drone that killed 12 nurses.", "count=12", "counterpart=-"},
    {"France said it had heard that gunmen killed 12 nurses.", "count=12", "counterpart=gunmen"},
    {"Ugandan and Chadian troops said they had killed 12 rebels.", "count=12", "counterpart=-"},
    {"France killed 12 of its soldiers, the Belgian army said.", "count=12",
     "actor=Belgium counterpart=France"},
    {"Belgium said France had killed two of its own soldiers.", "count=2", "actor=France"},
    {"Its soldiers were killed. Nine were wounded, the mayor said.", "count=9", "actor=soldiers"},
    {"Brasland has sent 300 troops to Norvik. It said 40 soldiers had been killed.", "count=40",
     "actor=Brasland"},
    {"Brasland said nine of its soldiers died. The soldiers were buried; 12 others are missing.", "count=12",
     "actor=Brasland"},
    {"Brasland's defence ministry, in its first report, said 498 of its soldiers had died.", "count=498",
     "actor=Brasland"},
    {"Some 15,000 soldiers crossed into Chad. An estimated 500,000 have been slaughtered.", "count=500000",
     "actor=-"},
    {"The General Staff dismissed the account, saying that two soldiers had been wounded.", "count=2",
     "status=claimed source=\"General Staff\""},
    {"Officer Brandt said two of his soldiers died.", "count=2", "actor=soldiers"},
    {"France deployed 1,500 soldiers after attacks killed 129 people.", "count=129", "counterpart=-"},
    {"France killed 30 rebels.", "count=30", "counterpart=France"},
    {"The death toll from the attack climbed to 38, the mayor said.", "count=38",
     "source=mayor status=claimed"},
    {"Officials warned that the toll could rise to more than 100.", "min=100 max=-",
     "status=hypothetical subtype=killed"},
    {"The toll may have risen to 100, officials said.", "count=100", "status=claimed"},
};

static const struct row several[] = {
    {"Up to 200 contractors died, three sources said, while the ministry insisted that at most five of its "
     "citizens had been killed.",
     "min=- max=200", "source=\"three sources\""},
    {"Up to 200 contractors died, three sources said, while the ministry insisted that at most five of its "
     "citizens had been killed.",
     "min=- max=5", "source=ministry"},
    {"Nine soldiers died, the army said, but the rebels claimed that they had killed 40 soldiers.", "count=9",
     "source=army"},
    {"Nine soldiers died, the army said, but the rebels claimed that they had killed 40 soldiers.",
     "count=40", "source=rebels"},
    {"Nine soldiers died, the army said, and 30 others were wounded.", "count=30", "source=army"},
    {"The rebels said Monday they had taken Kolna, hours after the mayor said nine farmers were killed.",
     "count=9", "source=mayor"},
    {"The rebels said they had taken the town when the army reported that 12 soldiers were killed.",
     "count=12", "source=army"},
    {"The army said that after the rebels said they would leave, nine farmers were killed.", "count=9",
     "source=army"},
    {"The rebels said they had taken the town, hours after nine farmers were killed.", "count=9",
     "source=rebels"},
    {"The army said it killed 40 rebels. The rebels said they lost 12 men. The figures could not be "
     "verified.",
     "count=40", "status=unverified"},
    {"The army said it killed 40 rebels. The rebels said they lost 12 men. Neither claim could be verified.",
     "count=40", "status=unverified"},
    {"The army said it killed 40 rebels. The rebels said they lost 12 men. The claim could not be verified.",
     "count=40", "status=claimed"},
    {"The army said it killed 40 rebels. The mayor opened a school. The toll could not be verified.",
     "count=40", "status=unverified"},
    {"The army said it killed 40 rebels. The mayor opened a school. That could not be verified.", "count=40",
     "status=claimed"},
    {"The army said it killed 40 rebels. The rebels offered no comment, and the figures are hard to check "
     "independently.",
     "count=40", "status=claimed"},
};

static const struct row days[] = {
    {"Health officials put the number of dead since Friday at 77.", "count=77",
     "said=- first=2024-12-13 last=2024-12-17 source=\"Health officials\" status=claimed"},
    {"Norland said on Monday that shelling killed 16 farmers in Kolna on Sunday. Tarrow said French strikes "
     "the same "
     "day killed 31 people.",
     "count=31", "said=- first=2024-12-15 last=2024-12-15 source=Tarrow"},
    {"The death toll from Sunday's strike on Kolna rose to 17 on Monday after rescuers pulled five more "
     "bodies from "
     "the rubble, officials said. Another 46 people were wounded.",
     "count=46", "first=2024-12-15 last=2024-12-15"},
    {"Gunmen stormed the town at about 11 p.m. on Sunday, the mayor told reporters. He said nine farmers "
     "were "
     "killed.",
     "count=9", "said=- source=mayor"},
    {"At a meeting on Monday, the mayor told reporters that nine farmers were killed.", "count=9",
     "said=2024-12-16 source=mayor"},
    {"Speaking in Norvik on Monday, the mayor told reporters that nine farmers were killed.", "count=9",
     "said=2024-12-16 source=mayor"},
};

static const struct row denials[] = {
    {"Norvik officials retracted a claim that 50 soldiers were killed on Tuesday.", "count=50",
     "status=denied source=\"Norvik officials\""},
    {"The army withdrew its claim that 50 soldiers were killed on Tuesday.", "count=50",
     "status=denied source=army"},
    {"Norland said it captured 60 soldiers near Kolna. The army dismissed the claim as lies.",
     "status=denied", "subtype=captured count=60 source=army place=Kolna"},
    {"France said it killed three commanders; the rebels denied it.", "status=denied",
     "subtype=killed count=3 source=rebels"},
    {"The rebels said they killed ten soldiers at Kolna. The ministry rejected the report.", "status=denied",
     "subtype=killed source=ministry"},
    {"The rebels said they killed ten soldiers at Kolna; the minister called the claim false.",
     "status=denied", "subtype=killed source=minister"},
    {"The rebels said they killed ten soldiers. The ministry denied involvement.", "count=10",
     "status=claimed"},
};

static const struct row cited[] = {
    {"The Norvik Herald cited a video released by the SBU that showed 12 dead soldiers.", "count=12",
     "source=SBU"},
    {"The Norvik Herald cited the army as saying 12 soldiers were killed.", "count=12", "source=army"},
    {"The Norvik Herald quoted Colonel Ann Reed as saying that 12 soldiers were killed.", "count=12",
     "source=\"Colonel Ann Reed\""},
    {"Twelve soldiers were killed, state television quoted the minister as saying.", "count=12",
     "source=minister"},
    {"The minister was quoted by state media as saying that 12 soldiers were killed.", "count=12",
     "source=minister"},
    {"Twelve soldiers were killed, the minister was quoted as saying.", "count=12", "source=minister"},
    {"The Norvik Herald, citing the army, reported that 12 soldiers were killed.", "count=12", "source=army"},
    {"The Norvik Herald reported, citing the army, that 12 soldiers were killed.", "count=12", "source=army"},
    {"Twelve soldiers were killed, the Norvik Herald reported, citing two officials.", "count=12",
     "source=\"two officials\""},
    {"Citing the army, the Norvik Herald said 12 soldiers were killed.", "count=12", "source=army"},
    {"The UN, citing local authorities, said 12 farmers were killed.", "count=12", "source=UN"},
    {"The army, quoted by the Norvik Herald, said 12 soldiers were killed.", "count=12", "source=army"},
    {"Medics cited by the Herald said 12 farmers were killed.", "count=12", "source=Medics"},
    {"It was announced by the ministry that 12 soldiers were killed.", "count=12", "source=ministry"},
    {"The deaths of 12 soldiers were reported by the army.", "count=12", "source=army"},
    {"The deaths of 12 soldiers have been confirmed by the army.", "count=12",
     "status=confirmed source=army"},
    {"Twelve soldiers were killed, as confirmed by the army.", "count=12", "source=army"},
    {"Twelve soldiers were killed, according to a statement from the army.", "count=12", "source=army"},
    {"The ministry's statement, issued on Monday, said 12 soldiers were killed.", "count=12",
     "source=ministry"},
    {"Figures published by the UN show 12 farmers were killed.", "count=12", "source=UN"},
    {"Six people were killed in Norvik on Monday, emergency services say.", "count=6",
     "status=claimed source=\"emergency services\""},
    {"Six people were killed in Norvik on Monday, local rescue services said.", "count=6", "status=claimed"},
    {"By the army's count, 12 soldiers were killed.", "count=12", "status=claimed source=army"},
    {"By French estimates, 12 soldiers were killed.", "count=12", "source=\"French estimates\""},
    {"Near the village of Kolna, the army said, 12 soldiers were killed.", "count=12",
     "place=Kolna source=army"},
    {"An official who asked not to be named said 12 soldiers were killed.", "count=12", "source=official"},
    {"Army: 12 soldiers killed in raid", "count=12", "source=Army"},
    {"12 soldiers killed in raid - ministry", "count=12", "source=ministry"},
    {"12 soldiers killed in raid: UN", "count=12", "source=UN"},
    {"Norvik: 12 soldiers killed", "count=12", "source=-"},
    {"Thirty soldiers were killed — a blow to the army.", "count=30", "source=-"},
    {"Ann Reed, 34, whose brother was killed, said 12 people had died.", "count=12", "source=\"Ann Reed\""},
    {"The minister, asked about the losses, said 12 soldiers were killed.", "count=12", "source=minister"},
    {"General Aldo Bremmer said nine men were killed. The general put the number of wounded at 12.",
     "count=12", "source=\"General Aldo Bremmer\""},
    {"The Norvik Herald first reported the raid. It said 12 soldiers were killed.", "count=12",
     "source=\"Norvik Herald\""},
    {"The institute assessed that 12 soldiers were killed.", "count=12", "source=institute"},
    {"The group claimed responsibility for the attack that killed 12 soldiers.", "count=12",
     "status=confirmed source=-"},
    {"The minister met reporters on Monday. He said 12 soldiers were killed.", "count=12", "source=minister"},
    {"Aldo Bremmer of Norland's civil defence agency spoke. The agency said 12 farmers were killed.",
     "count=12", "source=\"Norland's civil defence agency\""},
    {"The army said nine rebels were killed. Near Kolna, the statement went on, 12 soldiers were killed.",
     "count=12", "source=army"},
    {"The army issued a statement. The statement said 12 soldiers were killed.", "count=12", "source=army"},
    {"The army said nine rebels were killed. Another 12 rebels were wounded.", "count=12",
     "status=claimed source=army"},
    {"The army said nine rebels were killed. Another bomb killed 12 farmers in Kolna.", "count=12",
     "status=confirmed source=-"},
    {"The army said nine rebels were killed. It did not say how. Twelve soldiers also died.", "count=12",
     "source=-"},
    {"A Reuters investigation found 21 farmers were killed.", "count=21", "source=Reuters status=claimed"},
    {"A preliminary review has found 21 farmers were killed.", "count=21",
     "source=\"preliminary review\" status=claimed"},
    {"An investigation by the Norvik Herald found 21 farmers were killed.", "count=21",
     "source=\"Norvik Herald\""},
    {"Police opened an investigation and found 21 bodies.", "count=21", "source=- status=confirmed"},
    {"The evidence indicates that 21 farmers were killed.", "count=21", "source=- status=claimed"},
    {"The mayor blamed the rebels for the murder of nine farmers.", "count=9", "source=mayor status=claimed"},
    {"The mayor accuses the rebels of the 10 December attack that killed nine farmers.", "count=9",
     "source=mayor status=claimed said=- first=2024-12-10 last=2024-12-10"},
    {"An attack blamed on Boko Haram killed nine farmers.", "count=9", "source=- status=claimed"},
};

static void check(const struct row *rows, size_t count)
{
    size_t wrong = 0;

    for (size_t i = 0; i < count; i++) {
        struct arena arena;
        struct analysis analysis;
        bool found = false;

        arena_init(&arena, (size_t)64 << 20);
        analysis = analyse_text(&arena, "2024-12-17", rows[i].text);
        check_quotes(&analysis, str_from(rows[i].text));
        for (size_t k = 0; k < analysis.report_count; k++) {
            const struct report *report = &analysis.reports[k];

            found = found || (report_is(report, rows[i].claim) && report_is(report, rows[i].expected));
        }
        if (!found) {
            print_error("%s\n  expected of the report with %s: %s\n", rows[i].text, rows[i].claim,
                        rows[i].expected);
            for (size_t k = 0; k < analysis.report_count; k++) {
                print_error("  found: \"%.*s\" \"%.*s\"\n", STR_ARG(analysis.reports[k].count.text.text),
                            STR_ARG(analysis.reports[k].source_name));
            }
            wrong++;
        }
        arena_release(&arena);
    }
    assert_int_equal(wrong, 0);
}

static void test_phrases(void **state)
{
    (void)state;
    check(phrases, sizeof(phrases) / sizeof(phrases[0]));
}

static void test_whose(void **state)
{
    (void)state;
    check(whose, sizeof(whose) / sizeof(whose[0]));
}

static void test_cited(void **state)
{
    (void)state;
    check(cited, sizeof(cited) / sizeof(cited[0]));
}

static void test_denials(void **state)
{
    (void)state;
    check(denials, sizeof(denials) / sizeof(denials[0]));
}

static void test_several(void **state)
{
    (void)state;
    check(several, sizeof(several) / sizeof(several[0]));
}

static void test_days(void **state)
{
    (void)state;
    check(days, sizeof(days) / sizeof(days[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrases), cmocka_unit_test(test_whose), cmocka_unit_test(test_denials),
        cmocka_unit_test(test_several), cmocka_unit_test(test_days),  cmocka_unit_test(test_cited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
