"""What nobody would look up: opinion, scenery, gestures, how somebody was asked.

English has far more words for facts than for these, so it is these that are listed.
"""

from __future__ import annotations

import re

from claims.extract.words import listed

OPINION = listed("""
    should ought beautiful ugly wonderful terrible awful great amazing sadly hopefully unfortunately fortunately
    arguably perhaps maybe frankly obviously clearly surely disgraceful shameful brilliant stunning charming lovely
    sad happy bitter sweet fascinating boring remarkable absurd ridiculous delightful glorious dreadful splendid superb
    appalling dismal magnificent marvellous marvelous admirable pathetic hideous gorgeous tragic heroic shocking
    outrageous scandalous deserve deserves deserved sensible foolish stupid silly wise fair unfair tempting
    seems seem seemed appears feels unforgettable inspiring miserable sublime masterful disappointing impressive
    shameless proper decent dazzling exquisite ought""")
# What people do to each other's words, and how they look while they do it: nothing of it is a fact of the story.
REACTIONS = listed("""
    welcomed welcomes disagreed disagrees agreed agrees declined declines commented comment questioned questions
    denied denies deny doubts doubt supports opposes backs praised praises criticised criticized condemned
    condemns thanked applauded mocked replied responded answered speaking spoke respond reply backed
    promised promises demanded demands asked asks refused refuses hailed""")
GESTURES = listed("""
    laughed laughs laughing smiled smiles smiling nodded nods shrugged shrugs sighed sighs winced frowned frowns cried
    wept weeps whispered whispers listened listens paused pauses hesitated glanced glances gazed gazes stared stares
    embraced embraces
    looked looks pulled drummed drums hummed hums hissed shone shines hiss shine hugged hugs waved knelt kneels
    drizzled lingered lingers drifted drifts glittered glitters flickered flickers rustled rustles echoed echoes
    chatted chats joked sipped sips puffed puffs tugged tugs clutched clutches grinned grins beamed beams chuckled
    chuckles blinked wiped wipes leaned leans leant leaning strolled strolls wandered wanders shivered shivers yawned
    yawns squinted stirred stirs rubbed scratched adjusted adjusts
    flapped flaps fluttered flutters swayed sways creaked creaks clattered clatters rattled rattles buzzed buzzes
    crackled crackles sparkled sparkles gleamed gleams glowed glows smelled smells smelt smell tasted tastes sounded
    sounds hung hangs loomed looms crept creeps trickled trickles curled curls perched perches
    sat sits sit stood stands stand shook shakes lay pulls kneeling
    slept muttered mutters sang sings hugging purred whistled whistles splashed splashes""")
"""What somebody who was there saw, heard and smelled."""
SOURCING = re.compile(
    r"\b(condition of anonymity|not to be (named|identified)|(gave|given|giving) evidence|requests? for comment"
    r"|could not (immediately )?be (reached|verified|confirmed)|asked not to|declined to"
    r"|(did|has|had|have) not (yet )?(return|respond|repl|comment|answer)\w*|available for comment"
    r"|(wanted|willing|authori[sz]ed|allowed|permitted) to (talk|speak|comment)"
    r"|(have|has|had) been (approached|contacted)"
    r"|what is known|what we know"
    r"|(is|was|remains|are) (not (yet )?)?(known|clear|unknown|unclear|uncertain))\b(?! (as|for|to be))"
    r"|\b(?:was|were|is|are|sounded|remains?|remained)\s+(?:more|less|equally|just\s+as|even|rather|quite|very|not\s+so)"
    r"\s+(?:\w+ly\s+)?\w+\W*$",
    re.I,
)
"""How somebody was asked, and in which mood they answered."""
HEARSAY = re.compile(
    r"there\s+(?:is|are|was|were|has been|have been)\s+(?:\w+\s+)?(?:talk|fears?|speculation|rumou?rs?|gossip)\b", re.I
)
"""What is only talked of, by nobody in particular, whatever figures stand in it."""
VAGUE = re.compile(
    r"(not (all|every\w*|many)|nobody|no one|everyone|everybody|somebody|someone|what|whoever|anyone|anybody"
    r"|there (is|are|was|were) (no|nothing|few|little|something|hope)|few|perhaps|maybe|surely"
    r"|it (is|was) an?|that (is|was) (an?|the|why|how|what|not)|this (is|was) (an?|the|why|how|what|not)"
    r"|here (is|are)|so"
    r"|the (question|trouble|problem|point|answer|truth|irony|moral|lesson|result|idea) (\w+ )?(is|was|remains)"
    r"|much (depends|remains)|time will tell|the (case|hearing|trial|inquest|search|investigation|inquiry|work)"
    r" (continues|goes on|is (ongoing|under way|underway))|if|who|why|how|when will|whether)\b",
    re.I,
)
"""How sentences begin that say nothing in particular."""
SCENERY = re.compile(
    r"(?:(?:outside|inside|above|below|nearby|overhead),?\s+)?(?:the|a|an)?\s*(?:\w+\s+)?(?:wind|breeze|rain|drizzle|sun"
    r"|sunlight|sky|clouds?|fog|mist|moon|dawn|dusk|gulls|birds|leaves|shutters|curtains|candles?|lamps?|cobbles"
    r"|kettles?|clock|music|smell|scent|silence|steam|dust|shadows?)\b",
    re.I,
)
"""Of these nobody asks for evidence, unless they did something or there is a figure."""
