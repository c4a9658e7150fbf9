"""What people are called: forms of address, offices, kin, and nouns for sources without a name.

All lower case. The lists are closed classes of English usage, none of them is a list of names.
"""

from __future__ import annotations

from claims.extract.words import listed

MALE, FEMALE = "male", "female"

# Forms of address; they tell the gender where they can, and are no role.
HONORIFICS: dict[str, str | None] = {
    "mr.": MALE, "mr": MALE, "mrs.": FEMALE, "mrs": FEMALE, "ms.": FEMALE, "ms": FEMALE, "miss": FEMALE,
    "mx": None, "mx.": None, "dr.": None, "dr": None, "sir": MALE, "lord": MALE, "lady": FEMALE, "dame": FEMALE,
    "rev.": None, "rev": None, "st.": None, "messrs": MALE, "messrs.": MALE, "madam": FEMALE, "señor": MALE,
    "herr": MALE, "frau": FEMALE, "monsieur": MALE, "madame": FEMALE,
}  # fmt: skip

# Letters behind a name that are no part of it.
AFTER_NAMES = listed("""
    KC QC SC MP MEP MSP PhD Ph.D. MD M.D. R.N. RN J.D. D.D.S. D.V.M. M.B.A. MBA CPA FRS FRCS OBE CBE MBE DSO VC Esq Esq.
    Jr Jr. Sr Sr. II III IV""")

# Nouns for an office or a trade, capitalised before a name or in lower case anywhere.
OFFICES = listed("""
    usher gardener bricklayer hairdresser optician curate bursar childminder cleaner trucker chauffeur
    msp mep client apprentice hostage gunman runner-up bride bridegroom
    pm vp da gp ag peer peeress medic cop star winger defender skier boxer rower golfer jockey sprinter
    vocalist frontman rapper comedian postman milkman courier locksmith agent stockbroker backbencher headteacher
    crofter trawlerman
    undertaker watchman groundsman huntsman gamekeeper midshipman brigadier
    cllr cllr. prof supt supt. insp insp. det. pc dc dci brig brig. cmdr cmdr. atty asst gov gov sen rep
    president vice-president premier chancellor minister secretary undersecretary senator sen. rep. gov.
    representative congressman congresswoman governor mayor mayoress councillor councilor councilwoman councilman
    alderman commissioner ambassador envoy consul spokesman spokeswoman spokesperson chairman chairwoman chair
    chairperson director manager chief head leader deputy general gen. colonel col. major maj. captain capt.
    lieutenant lt. admiral adm. sergeant sgt. corporal commander marshal officer sheriff constable inspector
    superintendent detective judge justice magistrate prosecutor attorney lawyer barrister solicitor counsel
    professor prof. researcher scientist economist analyst strategist expert historian engineer doctor surgeon nurse
    midwife teacher author writer poet journalist editor columnist reporter correspondent founder co-founder
    cofounder owner co-owner executive ceo cfo boss treasurer auditor adviser advisor aide official candidate nominee
    front-runner frontrunner hopeful contender
    lawmaker legislator mp mep deputy backbencher farmer fisherman worker resident coordinator organiser organizer
    activist campaigner bishop archbishop cardinal imam rabbi pastor priest vicar nun abbot pope king queen prince
    princess emperor sultan emir duke duchess speaker whip principal dean rector provost headteacher headmaster
    headmistress trustee partner consultant negotiator mediator diplomat delegate ombudsman ombudswoman regulator
    harbourmaster harbormaster master driver pilot skipper coach trainer captain player goalkeeper striker
    midfielder actor
    actress singer composer conductor producer film-maker filmmaker director-general secretary-general businessman
    businesswoman entrepreneur billionaire mogul magnate tycoon financier banker trader broker host pollster veteran
    soldier sailor student pupil volunteer paramedic firefighter policeman policewoman coroner pathologist
    epidemiologist chemist biologist geologist physicist hydrologist seismologist meteorologist climatologist
    botanist architect surveyor curator librarian archivist baker butcher brewer grocer shopkeeper innkeeper
    carpenter plumber electrician mechanic miner welder docker dockworker stevedore ferryman lockkeeper warden
    ranger caretaker janitor builder developer landlord tenant shepherd winemaker grower beekeeper cook chef waiter
    waitress barman clerk cashier secretary-treasurer registrar bailiff
    counterpart coo cto cio teenager schoolgirl schoolboy mum dad mother father parent holidaymaker tourist
    motorist taxpayer
    co-author coauthor matron greengrocer butler statistician mathematician sociologist
    psychologist psychiatrist therapist vet veterinarian pharmacist dentist physician pediatrician paediatrician
    specialist technician programmer designer artist painter sculptor photographer musician pianist violinist
    politician opponent rival critic supporter ally witness suspect defendant plaintiff claimant victim survivor
    passenger commuter neighbour neighbor pensioner retiree villager whistleblower insider shareholder investor
    stakeholder customer organist referee umpire athlete swimmer runner cyclist climber guide interpreter translator
    signatory chairholder convener convenor steward delegate-general rapporteur arbitrator commissioner-general
    foreman forewoman supervisor lecturer headman chieftain lobbyist operator keeper broadcaster presenter anchor
    trade-unionist unionist incumbent challenger frontrunner mariner bosun helmsman mate stationmaster conservator
    postmaster paymaster quartermaster hydrographer oceanographer toxicologist virologist immunologist cardiologist
    oncologist radiologist actuary accountant bookkeeper assessor examiner investigator rescuer lifeguard diver""")

# Kin, with the gender of whoever is called so.
KIN: dict[str, str | None] = {
    "husband": MALE, "wife": FEMALE, "widow": FEMALE, "widower": MALE, "father": MALE, "mother": FEMALE,
    "brother": MALE, "sister": FEMALE, "son": MALE, "daughter": FEMALE, "grandfather": MALE, "grandmother": FEMALE,
    "grandson": MALE, "granddaughter": FEMALE, "uncle": MALE, "aunt": FEMALE, "nephew": MALE, "niece": FEMALE,
    "cousin": None, "spouse": None, "partner": None, "fiancé": MALE, "fiancée": FEMALE, "ex-husband": MALE,
    "ex-wife": FEMALE, "stepfather": MALE, "stepmother": FEMALE, "stepson": MALE, "stepdaughter": FEMALE,
    "father-in-law": MALE, "mother-in-law": FEMALE, "brother-in-law": MALE, "sister-in-law": FEMALE, "twin": None,
    "parent": None, "sibling": None, "relative": None, "boyfriend": MALE, "girlfriend": FEMALE, "friend": None,
    "colleague": None, "youngest": None, "eldest": None, "stepbrother": MALE, "stepsister": FEMALE,
    "mum": FEMALE, "mom": FEMALE, "dad": MALE, "gran": FEMALE, "grandad": MALE, "ex-partner": None,
}  # fmt: skip
# Who somebody is to their own kin: "his mother" is whoever he is the son of.
INVERSE_KIN: dict[str, tuple[str, ...]] = {
    "son": ("mother", "father", "parent", "mum", "dad"), "daughter": ("mother", "father", "parent", "mum", "dad"),
    "mother": ("son", "daughter", "child"), "father": ("son", "daughter", "child"),
    "husband": ("wife", "husband"), "wife": ("husband", "wife"), "widow": ("husband",), "widower": ("wife",),
    "brother": ("brother", "sister", "sibling"), "sister": ("brother", "sister", "sibling"),
    "twin": ("twin", "brother", "sister"), "cousin": ("cousin",),
    "grandson": ("grandmother", "grandfather"), "granddaughter": ("grandmother", "grandfather"),
    "nephew": ("aunt", "uncle"), "niece": ("aunt", "uncle"), "aunt": ("niece", "nephew"), "uncle": ("niece", "nephew"),
    "partner": ("partner",), "girlfriend": ("boyfriend",), "boyfriend": ("girlfriend",),
    "stepson": ("stepmother", "stepfather"), "stepdaughter": ("stepmother", "stepfather"),
}  # fmt: skip

MALE_NOUNS = (
    listed("""
    man boy gentleman spokesman chairman congressman councilman alderman businessman actor fisherman policeman king
    prince duke emperor sultan emir ferryman helmsman headmaster landlord foreman priest ombudsman barman waiter monk
    abbot lad guy""")
    | {noun for noun, gender in KIN.items() if gender == MALE}
)  # fmt: skip
FEMALE_NOUNS = (
    listed("""
    woman girl lady spokeswoman chairwoman congresswoman councilwoman businesswoman actress policewoman queen princess
    duchess headmistress landlady forewoman nun ombudswoman mayoress waitress midwife""")
    | {noun for noun, gender in KIN.items() if gender == FEMALE}
)  # fmt: skip
# Nouns, never adjectives, for somebody by country: before a name they are a title, "Dutchman Ivo Lenz".
NATIONAL_NOUNS = listed("""
    frenchman frenchwoman englishman englishwoman irishman irishwoman scotsman scotswoman welshman welshwoman dutchman
    dutchwoman dane swede finn icelander briton brit spaniard londoner texan californian dubliner mancunian
    liverpudlian glaswegian""")
# Nouns for somebody by country or party, that only the article in front tells from names: "the Dane", "the Republican".
NATIONALS = listed("""
    frenchman frenchwoman englishman englishwoman irishman irishwoman scotsman scotswoman welshman welshwoman dutchman
    dutchwoman norwegian dane swede finn icelander briton brit scot spaniard catalan basque italian german austrian
    swiss belgian pole czech slovak hungarian romanian bulgarian greek turk serb croat slovene slovenian bosnian
    montenegrin kosovar albanian macedonian russian ukrainian belarusian lithuanian latvian estonian moldovan georgian
    armenian azerbaijani kazakh uzbek american canadian mexican brazilian argentine argentinian chilean peruvian
    colombian venezuelan ecuadorian bolivian uruguayan paraguayan cuban jamaican haitian dominican puerto-rican
    australian aussie zealander kiwi fijian samoan tongan japanese chinese korean vietnamese thai filipino malaysian
    singaporean indonesian indian pakistani bangladeshi nepali afghan iranian iraqi syrian lebanese israeli palestinian
    jordanian saudi emirati qatari kuwaiti yemeni egyptian libyan tunisian algerian moroccan sudanese ethiopian eritrean
    somali kenyan ugandan tanzanian rwandan nigerian ghanaian senegalese ivorian cameroonian congolese zambian
    zimbabwean namibian portuguese texan californian londoner yorker liverpudlian glaswegian mancunian dubliner
    parisian berliner roman muscovite""")
PARTISANS = listed(
    "democrat republican conservative green liberal socialist independent tory labourite centrist communist"
)
PERSON_NOUNS = (
    NATIONALS
    | PARTISANS
    | listed("""
    man woman boy girl person teenager child lady gentleman adult youth youngster veteran newcomer native
    grandmother-of grandad granddad mum mom dad""")
)

# Whoever is called so speaks for somebody else.
SPEAKS_FOR_OTHERS = listed(
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons press-officer"
)
# Offices of which nobody holds two: "the mayor" is not the minister who spoke before.
RANKS = listed("""
    president premier chancellor minister secretary senator governor mayor commissioner ambassador spokesman
    spokeswoman spokesperson judge justice sheriff bishop archbishop cardinal pope king queen speaker general colonel
    admiral congressman congresswoman councillor councilman councilwoman prosecutor principal rector coach
    harbourmaster harbormaster stationmaster postmaster""")
# Posts of which one body has one: whoever holds one of them is not meant by the name of another.
POSTS = RANKS | listed("""
    clerk chairman chairwoman chairperson chair treasurer caretaker manager director head chief coroner foreman
    harbourmaster harbormaster stationmaster postmaster headteacher headmaster headmistress abbot provost dean
    captain referee moderator registrar headteacher principal caretaker boss ceo executive founder""")
# Whoever is called so is the other of two: "his rival".
COUNTERPARTS = listed("rival opponent counterpart challenger predecessor successor critic")

# Endings of trades: read only where a trade has to stand, beside a name.
TRADE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "eur", "maker", "crat", "ant", "smith")
NO_TRADES = listed("""
    after over under other however never ever rather whether former latter later earlier together number winter summer
    quarter water weather paper letter order matter power river tower center corner border harbor minor senior junior
    floor door labor error factor sector motor another per for or nor further either neither higher lower larger
    smaller greater better longer shorter older younger bigger closer sooner inner outer upper proper super
    september october november december monster chapter semester cover offer answer dinner liquor mirror honor
    color favor flavor humor rumor tumor vapor vigor major prior interior exterior superior inferior christian
    human german roman woman-owned than important significant relevant constant instant distant vacant tenant-run
    grant plant restaurant giant merchant elephant warrant covenant russian brennian ukrainian canadian italian
    indian asian american korean iranian norwegian egyptian syrian australian austrian belgian hungarian romanian
    bulgarian slovenian estonian latvian lithuanian serbian croatian bosnian albanian georgian armenian brazilian
    colombian peruvian nigerian ghanaian kenyan malaysian indonesian palestinian persian european civilian
    meridian median guardian utilitarian riparian pedestrian fighter cluster server container trailer tanker cruiser
    steamer freighter trawler cutter ferryboat trawlerman-run newspaper wallpaper master brother-run consider remember
    utter enter alter filter counter register trigger suffer differ prefer refer confer transfer bother gather""")

# What firms call themselves by: words that make a name a house's and mean no house by themselves.
_LINES_OF_BUSINESS = listed("""
    marine maritime aviation aerospace biologics biosciences biotech therapeutics genomics diagnostics robotics
    semiconductors electronics microsystems plastics textiles ceramics timber freight haulage ferries cruises tours
    homes estates construction infrastructure renewables solar petroleum minerals metals resources mutual assurance
    ventures equity interactive digital instruments devices optics apparel footwear cosmetics beverages breweries
    distilleries vineyards fisheries seafood bakeries couriers parcels telecommunications communications broadband
    wireless entertainment productions leisure healthcare shipbuilders housebuilders builders brewers distillers
    bakers growers carmakers steelmakers drugmakers chemists outfitters booksellers auctioneers undertakers""")
# Heads of names and phrases for bodies that can speak.
BODIES = _LINES_OF_BUSINESS | listed("""
    inquest hearing conference air
    packaging publishing trading engineering consulting marketing manufacturing processing logging quarrying
    broadcasting advertising farming fishing banking lending gaming racing catering printing recycling
    brewing securities rovers wanderers athletic albion rangers technologies solutions networks labs analytics
    associates stores hotels properties airport pictures dairies foods farms
    capital partners rail energy motors systems electric oil gas steel foods software media studios insurance
    ministry hall palace department council committee commission agency authority office bureau board court parliament
    senate assembly congress house cabinet administration campaign party union association federation league alliance
    coalition confederation bank fund company corporation corp corp. inc inc. ltd ltd. plc llc gmbh group holdings firm
    university college institute school academy hospital clinic centre center foundation trust society service services
    police army navy force forces guard brigade fleet news times post journal herald gazette tribune network radio
    television channel club team airline airlines airways railway railways port lines works industries institution
    organisation organization bloc secretariat consortium chamber exchange directorate inspectorate watchdog
    regulator museum church diocese prosecutors mission delegation newspaper magazine publisher operator charity
    ngo outlet broadcaster courier chronicle observer telegraph mirror sentinel dispatch wire agencies shipping
    logistics pharma pharmaceuticals chemicals mining cement power water utilities telecom insurers brewery shipyard
    yard yards mill mills cooperative co-operative co-op syndicate guild institute laboratory observatory laboratories
    registry treasury embassy consulate commissariat tribunal constabulary garrison regiment battalion militia
    choir band ensemble programme program startup start-up retailer manufacturer supplier maker contractor think-tank
    council-general jury theatre orchestra festival brotherhood movement network forum panel inquiry taskforce unit""")
RULING_BODIES = listed("government administration cabinet")
# Nouns for any business; whoever is none of the other sorts may be meant.
# Words that make a name a body's and mean none by themselves.
ONLY_IN_NAMES = _LINES_OF_BUSINESS | listed("""
    air
    packaging publishing trading engineering consulting marketing manufacturing processing logging quarrying
    broadcasting advertising farming fishing banking lending gaming racing catering printing recycling
    brewing securities rovers wanderers athletic albion rangers technologies solutions networks labs analytics
    associates stores hotels properties pictures dairies farms airport
    capital partners rail energy motors systems electric oil gas steel foods software media studios insurance port lines
    works industries holdings corp corp. inc inc. ltd ltd. plc llc gmbh mining cement power water utilities shipping
    logistics chemicals pharmaceuticals pharma telecom mills yards mill yard house hall center centre program programme
    channel wire post mirror times journal exchange service services airways airlines railways mission network forum""")
BUSINESS = listed("""
    drugmaker carmaker automaker chipmaker homebuilder housebuilder lender steelmaker supermarket
    cooperative co-operative startup trust shipyard publisher
    company firm business group corporation operator manufacturer maker retailer supplier contractor developer startup
    start-up enterprise producer conglomerate carrier airline brewery shipbuilder giant owner lender insurer utility
    bank chain employer yard mill foundry bakery distillery winery refinery""")
# Trades that are as often a house's as a person's: "the brewer" is whoever brews.
TRADING = listed("brewer miner grocer distiller baker bookseller builder trader bookmaker jeweller jeweler furrier")
BUSINESS_NAMES = _LINES_OF_BUSINESS | listed("""
    air
    packaging publishing trading engineering consulting marketing manufacturing processing logging quarrying
    broadcasting advertising farming fishing banking lending gaming racing catering printing recycling
    brewing securities technologies solutions networks labs analytics associates stores hotels properties pictures
    dairies farms
    capital partners rail energy motors systems electric oil gas steel foods software media studios insurance corp
    corp. inc inc. ltd ltd. plc llc gmbh group holdings airlines airways lines works industries shipping logistics
    pharma pharmaceuticals chemicals mining cement power telecom brewery shipyard yards mills company firm railways
    brothers sons & bank""")
# Nouns by which a body of another name is called later.
SAME_BODIES = (
    listed("agency authority administration bureau office service inspectorate directorate regulator watchdog board"
           " commission body"),
    listed("ministry department"),
    listed("court tribunal judges jury"),
    listed("council assembly parliament senate chamber"),
    listed("union federation association league guild"),
    listed("party movement coalition"),
    listed("alliance coalition campaign forum network movement group organisation organization body"),
    listed("charity foundation trust society organisation organization ngo group association"),
    listed("newspaper paper outlet magazine broadcaster daily times post journal herald gazette tribune courier"
           " chronicle observer telegraph mirror sentinel dispatch radio television channel wire agency"),
    listed("university college institute school academy"),
    listed("hospital clinic centre center"),
    listed("police force constabulary"),
    listed("club team side rovers wanderers athletic albion rangers"),
    BUSINESS | BUSINESS_NAMES | TRADING,
)  # fmt: skip

# Heads of phrases for papers that "say" something.
DOCUMENTS = listed("""
    report study poll survey document documents filing lawsuit complaint indictment letter memo memorandum
    statement release audit review analysis transcript records record figures data statistics email e-mail
    affidavit ruling order bulletin census post tweet message notice papers article book paper research
    polls studies surveys reports emails leaflet manifesto sheet estimate estimates findings results assessment
    judgment judgement verdict decree resolution communique communiqué contract agreement treaty draft brief
    briefing forecast projection projections minutes log logs ledger file files cable cables dossier petition
    documentary podcast website prospectus note notes plaque placard inscription diary
    accounts filings letters texts writ summons submission whitepaper""")
SAME_DOCUMENTS = (
    listed("report study survey paper analysis research review document assessment audit findings"),
    listed("filing lawsuit complaint document indictment writ affidavit"),
    listed("poll survey"),
    listed("letter memo memorandum email e-mail message note document"),
    listed("ruling judgment judgement verdict order decision"),
    listed("statement release communique communiqué"),
    listed("records documents files papers data figures"),
)

# Heads of phrases for people whose names the article keeps to itself.
UNNAMED = listed(
    "source sources official officials person people insider insiders aide aides diplomat diplomats "
    "familiar spokesman spokeswoman spokesperson whistleblower"
)

# Nouns for more than one person that no plural -s gives away.
GROUPS = listed("""
    people staff many some others several most both critics few police crew crews spokespeople spokesmen
    spokeswomen policemen fishermen businessmen lawmen men women children public couple pair trio family families
    democrats republicans conservatives liberals tories socialists greens independents activists
    clergy personnel workforce opposition majority none neighbours all those everyone everybody nobody anyone folk""")
COUPLE_NOUNS = listed("couple pair duo two both spouses")

# Verbs of a relative clause that say what somebody is or does for a living.
ROLE_VERBS = listed("""
    runs leads heads chairs owns manages represents oversees directs founded co-founded commands edits teaches
    coordinates organises organizes presides advises co-owns serves works studies farms coaches governs led headed
    chaired managed represented directed commanded edited oversaw was is became advised served taught worked began
    drives captains researches covers monitors handles""")


# Titles as they stand shortened before a name.
ABBREVIATIONS = {
    "gov": "governor", "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives",
    "lt": "lieutenant", "col": "colonel", "gen": "general", "brig": "brigadier", "maj": "major", "capt": "captain",
    "sgt": "sergeant", "supt": "superintendent", "insp": "inspector", "det": "detective", "pc": "constable",
    "dc": "constable", "di": "inspector", "dci": "inspector", "dsupt": "superintendent", "adm": "admiral",
    "cllr": "councillor", "prof": "professor", "atty": "attorney", "asst": "assistant", "cmdr": "commander",
    "dep": "deputy", "pres": "president", "sec": "secretary", "cmsr": "commissioner", "ald": "alderman",
}  # fmt: skip


def abbreviated(word: str) -> str:
    """The word that a shortened title stands for: "governor" for "gov."; any other word as it is."""
    bare = word.removesuffix(".")
    return ABBREVIATIONS.get(bare, bare)


def trade(word: str) -> bool:
    """Whether a word in lower case, beside a name, may say what somebody is."""
    if word in OFFICES or word in KIN:
        return True
    return len(word) > 4 and word.endswith(TRADE_ENDINGS) and word not in NO_TRADES


def gender_of(words: str) -> str | None:
    """The gender that a description tells: "spokeswoman", "his wife"."""
    for word in words.lower().split():
        noun = word.strip(".,'’\"")
        if noun in MALE_NOUNS:
            return MALE
        if noun in FEMALE_NOUNS:
            return FEMALE
        if noun.endswith("woman"):
            return FEMALE
        if noun.endswith("man") and trade(noun):
            return MALE
        if noun in NATIONALS and noun.endswith(("man", "woman")) and noun not in {"german", "roman"}:
            return FEMALE if noun.endswith("woman") else MALE
    return None
