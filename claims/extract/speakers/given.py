"""Given names whose gender most readers would guess: a hint for pronouns, never more than that.

Put together by hand for Claimdesk from everyday usage; what a text itself says always outweighs it.
"""

from __future__ import annotations

from claims.extract.speakers.titles import FEMALE, MALE
from claims.extract.words import listed

MEN = listed("""
    aaron abdul abdullah abraham adam adrian ahmed alan albert aldo alec alejandro alessandro alex alexander alexei
    alfred ali anatoly anders andre andreas andrei andrew andrzej andy angus anthony antoine antonio ari arjun arne
    arnold arthur axel barack ben benjamin bernard bernie bill billy bob boris brad brandon brendan brett brian bruce
    bruno bryan carl carlos cedric chad charles charlie chris christian christopher clive colin conor craig curtis
    cyril dale damian dan daniel darren dave david dean dennis derek dexter diego dimitri dirk dmitry dominic don
    donald doug douglas duncan dylan eamon earl ed eddie edgar edmund eduardo edward edwin elias emil emmanuel enrico
    eric erik ernest ethan eugene evan ezra felix ferdinand fernando filip finn florian francis francisco franco frank
    franz fred frederick fritz gareth gary gavin geoff geoffrey george gerald gerard giorgio giovanni glen glenn
    gordon graham grant greg gregory guido gunnar gustav guy hamid hank hannes hans harald harold harry harvey hassan
    hector henrik henry herbert herman howard hugh hugo hussein ian ibrahim idris igor ilmar ilya isaac ivan ivo ivor
    jack jacob jacques jake jakob james jamal jan jared jason javier jay jean jeff jeffrey jeremy jerome jerry jim
    jimmy joachim joaquin joe joel johan john johannes johnny jon jonas jonathan jorge jose josef joseph josh joshua
    juan julian julius jurgen justin kai karim karl keith ken kenneth kevin khalid klaus konrad konstantin kurt kyle
    lamar lars laszlo laurence lawrence lee leif len leo leon leonard leonid leopold levi lewis liam lindsay lloyd
    lorenzo louis luca lucas luigi luis luka lukas luke magnus malcolm manuel marc marcel marco marcus mario mark
    markus martin marvin mathias matt matteo matthew matthias maurice max maximilian mehmet michael michel miguel mike
    mikhail mikko milan miles milos mitch mohamed mohammed morgan muhammad murray mustafa nasir nathan ned neil
    nicholas nick nicolas niels nigel nikita niklas nikolai noah norman olaf oleg oliver olivier omar oscar oskar osman
    otto owen pablo paolo pascal patrick paul pavel pavlo pedro per pete peter petr phil philip philippe pierre piotr
    preston radek rafael rahul raj ralph ramon randy raoul rashid raul ray raymond reinhard rené richard rick rob
    robert roberto robin rodney rodrigo roger roland rolf roman ron ronald rory ross roy rudolf rudy rupert russell
    ryan sam samir samuel saul scott sean sebastian sergei sergey sergio seth shane shaun sidney simon stan stanley
    stefan stefano stephen stefan sten steve steven stewart stuart sven tariq ted terence terry theo theodore thomas
    tibor tim timothy tobias todd tom tomas tomasz tommy tony tor toby travis trevor tristan tyler ulrich umberto
    vaclav valentin valery vasily victor viktor vince vincent vito vlad vladimir volodymyr walter warren wayne wendell
    werner wilhelm will william willem wolfgang xavier yannis yasser yuri yusuf zachary zoran""")

WOMEN = listed("""
    abigail ada adela adele agatha agnes aisha alba alexandra alice alicia alina alison alma amanda amelia amina amy
    ana anastasia andrea angela angelica anita anja ann anna anne annette annie antonia april ariana astrid audrey
    aurora barbara beatrice becky bella bernadette beth betty bianca birgit bonnie brenda brigid brigitte camilla
    candice carla carmen carol carole caroline carolyn catherine cathy cecilia celia charlotte cheryl chiara chloe
    christina christine cindy claire clara clarissa claudia colette colleen connie cora corinne cynthia dagmar daisy
    dana daniela daphne dawn deborah debbie delia denise diana diane dina dolores donna dora doreen doris dorothy
    edith eileen elaine eleanor elena elin elisa elisabeth eliza elizabeth ella ellen elsa emilia emily emma erica
    erika erin esther eugenia eva eve evelyn fatima faye felicity fiona flora florence frances francesca freya frida
    gabriela gail georgia geraldine gerda gertrude gina giulia gloria grace greta gretchen gudrun gwen halima hannah
    harriet hazel heather heidi helen helena helga henrietta hilary hilda hildegard hillary ida ilona ilse imogen ines
    inga inge ingrid irena irene irina iris isabel isabella isobel ivana ivy jacqueline jana jane janet janice jasmine
    jeanne jelena jenna jennifer jenny jessica jill jo joan joanna jocelyn johanna josephine joy joyce judith judy
    julia juliana julie juliet june karen karin karina kate katerina katharina katherine kathleen kathryn kathy katie
    katja katrin kayla kelly kerstin kim kirsten kirsty kristen kristina lana lara larissa laura laurel lauren layla
    leah leila lena leonora leslie leyla lidia lila lilian lily lina linda lisa lise liv liz loretta lorraine lotte
    louise lucia lucinda lucy ludmila lydia lyn lynn mabel maddie madeleine magda magdalena maggie maja mara marcia
    maren margaret margarita margot maria mariam marian marianne marie marina marion marisa marta martha martina mary
    matilda maud maureen maya megan melania melanie melinda melissa mercedes meredith mette michelle mila mildred
    mina minna mira miranda miriam moira molly mona monica monika muriel myra nadia nancy naomi natalia natalie natasha
    nell nina nora norma odette olga olive olivia ophelia paloma pamela pat patricia paula pauline peggy penelope
    petra philippa phoebe pia polly priscilla priya rachel ramona rebecca regina renata renate rhoda rita roberta rosa
    rosalind rose rosemary rosie roxana ruth sabine sabrina sally samantha sandra sara sarah saskia selma sharon sheila
    shirley sibyl signe sigrid silvia simone sofia solveig sonia sonja sophia sophie stella stephanie sue susan susanna
    susanne suzanne svetlana sylvia tamara tania tanja tara tatiana teresa tess thea theresa tilda tina tracy trudy
    ulla una ursula valentina valerie vanessa vera verena veronica victoria viola violet virginia vivian wanda wendy
    wilma winifred yasmin yelena yolanda yvette yvonne zara zelda zoe zofia zsofia""")
# Names of men that end as most names of women do.
_MEN_IN_A = listed("luca joshua nikita ilya mustafa sasha misha vanya kostya elia barnaba akira reza")


def usual_gender(name: str) -> str | None:
    """The gender that a person's full name makes likely, or nothing."""
    words = name.lower().split()
    if len(words) < 2:
        return None
    first = words[0]
    if first in MEN or first in WOMEN:
        return None if first in MEN and first in WOMEN else MALE if first in MEN else FEMALE
    if first in _MEN_IN_A or len(first) < 3:
        return None
    return FEMALE if first.endswith("a") else None
