"""Given names whose gender most readers would guess: a hint for pronouns, never more than that.

Put together by hand for Claimdesk from everyday usage; what a text itself says always outweighs it.
"""

from __future__ import annotations

from claims.extract.speakers.titles import FEMALE, MALE
from claims.extract.words import listed

MEN = listed("""
    aaron abdul abdullah abel abraham achim adam adebayo adolf adrian agustin ahmad ahmed aidan akash akim alan
    alasdair alastair albert albin aldo alec alejandro alessandro alex alexander alexei alf alfie alfred alfredo ali
    alistair alois alonzo alvaro alvin amadou amir amit amos anand anatoly anders andre andreas andrei andrew andrzej
    andy angus anil ansgar anthony antoine anton antonio ara archibald archie ari aristide arjun armand armando armin
    arne arno arnold arthur arturo arvid ashok asif aslak augusto aurelio axel azim baptiste barack barnaby barry bart
    bartholomew bashir basil bastian baz ben benedikt benito benjamin benny bernard bernardo bernie bert bertram
    bertrand bill billy birger bjarne bjorn björn bob bobby bogdan boris boyd brad brady brandon branko brendan brendon
    brett brian bruce bruno bryan bryce bryn callum cameron camilo carl carlo carlos cecil cedric cesar chad chandra
    charles charley charlie chester chidi chinua chris christian christopher claude claudio claus clay clement cliff
    clifford clint clinton clive clyde cody colin colm conor conrad cornelius cory cosmo craig curtis cyril cyrus
    dafydd dale damian damir damon dan daniel danilo danny dante dario darius dariusz darrell darren darryl dave david
    davide davis davor dean declan deepak del demetrius denis dennis denzel derek desmond dev dexter diego dieter
    dimitri dimitris dinesh dirk dmitry dom domenico dominic don donald donovan dorian doug douglas duane duncan dwayne
    dwight dylan eamon earl ebbe eben eberhard ed eddie eddy edgar edmund eduardo edvard edvin edward edwin efrain egil
    egon einar eirik elias elijah elliot elliott ellis elmer elton emeka emil emile emir emmanuel emmett emre enoch
    enrico enzo erhard eric erik erland ernest ernesto ernst errol erwin espen esteban ethan euan eugene evan evert
    ewan ezra fabian fabio fabrice faisal farid farouk felix ferdinand fergus fernand fernando fidel filip finlay
    finley finn fletcher florian floyd francis francisco franco francois frank frankie franklin franz françois fred
    freddie freddy frederick frederik fredrik fritz gabriel gael galen gareth garry garth gary gaston gavin gavino geir
    gennady geoff geoffrey georg george georges georgi geraint gerald gerard gerardo gerhard gert gideon gil gilbert
    giles gilles gino giorgio giovanni giuseppe glen glenn godfrey goran gordon gottfried graham grant greg gregory
    grigory guido guillaume guillem guillermo gunnar gunter gus gustav guy gwyn günther habib hakim hakon halvard hamid
    hamish hamza hank hannes hans harald harold harry haruki harvey hashim hassan hector heinrich heinz hendrik henri
    henrik henry herbert herman hernan hiram hiroshi homer horace horst howard hubert hugh hugo humphrey husain hussein
    hywel iain ian ibrahim idris ignacio igor ike ilmar ilya imran imre ingmar ingo ira irfan irvin irving isaac
    ishmael ismail istvan ivan ivar ivo ivor jaap jack jacob jacques jaime jake jakob jakub jalal jamal james jamie jan
    janne jared jaroslav jarvis jason jasper javed javier jay jean jed jeff jeffrey jens jeremiah jeremy jermaine
    jerome jerry jerzy jesper jesus jethro jim jimmy joachim joaquin jochen jock jody joe joel johan johannes john
    johnnie johnny jomo jon jonas jonathan jonny jorge joris jose josef joseph josh joshua josiah josip juan juergen
    jukka jules julian julius jurgen justin kai kamal kamran kareem karel karim karl kaspar kasper keir keith kelvin
    kemal ken kenji kenneth kenny kerry kevin khalid klaus kofi kolya konrad konstantin kris kristian kristof krzysztof
    kumar kurt kwame kwesi kyle lachlan ladislav lamar lamont lars lasse laszlo laurence lawrence leander leandro lech
    lee leif leland lemuel len lenny leo leon leonard leonid leopold leopoldo leroy leslie lester lev levi lewis liam
    lindsay lionel lloyd lorcan lorenzo lorne lothar louis lowell luc luca lucas lucian lucien ludwig luigi luis luiz
    luka lukas luke luther lyle mads magnus maksim malcolm malik manfred manish manny manuel marc marcel marcelo marcin
    marco marcus mariano mario marius mark markus marlon marshall martijn martin marvin mateo mateusz mathias mathieu
    mats matt matteo matthew matthias mattias maurice maurizio max maxim maximilian maxwell mehmet melvin mervyn micah
    michael michel mick mickey miguel mihai mihail mikael mike mikel mikhail mikkel mikko milan miles millard milo
    milos miroslav mitch moe mohamed mohammed mordecai morgan moritz morten moses muhammad munir murray musa mustafa
    myles nabil nadir nasir nathan naveed ned neil nelson nestor neville niall nicholas nick nico nicolae nicolai
    nicolas niels nigel nikhil nikita niklas nikolai nikolaj nikolas nils noah norbert norman obinna ola olaf olav ole
    oleg oliver olivier olu omar omari orlando orville osama oscar oskar osman osvaldo oswald otis otto owen ozzie
    pablo paddy padraig pal paolo parviz pascal pascoe patricio patrick patryk paul paulo pavel pavlo pavol peder pedro
    pekka pelham pelle per percy perry petar pete peter petr phil philip philippe pierce pierre pieter piotr prakash
    pranav preston quentin quincy radek radovan rafael rafal rafe ragnar rahul raj rajesh rajiv ralph ramesh ramiro
    ramon randy ranjit raoul rashid rasmus raul ray rayan raymond raúl reg reggie reginald reinhard rené reuben rex
    reynaldo rhodri rhys ricardo riccardo richard richie rick ricky rico riley rob robert roberto robin rocco rod roddy
    rodney rodolfo rodrigo roel roger rohan roland rolando rolf romain roman romeo ron ronald ronnie rory ross rowan
    roy royce ruairi ruben rudolf rudy rufus rune rupert ruslan russell rustam ryan rémy sacha salah saleem salim
    salman salvador salvatore sam samir samson samuel sandeep sander sandro sandy sanjay santiago santino satoshi saul
    scott sean sebastian selim selwyn serge sergei sergey sergio seth shahid shamus shane shannon shaun sherman sid
    sidney siegfried sigmund sigurd silas silvio simeon simon sinan slobodan sol solomon soren spencer spyros stan
    stanislav stanislaw stanley steen stefan stefano stellan sten stephen steve steven stewart stuart sunil suresh sven
    sverre sylvester szymon søren tadeusz takeshi tam taras tarek tarik tariq tate tayo ted teddy teo teodor terence
    terje terrell terrence terry thabo thad thaddeus theo theodore thierry thomas thorsten tibor tiernan tim timo
    timothy titus tobias tobin toby todd tom tomas tomasz tommy toni tony tor torben torsten travis tre trent trevor
    tristan tudor tunde ty tyler tyrone udo ulrich umar umberto uri uwe vaclav valentin valerio valery vasil vasile
    vasily veli vern vernon victor viggo vijay vikram viktor vinay vince vincent virgil vitaly vito vittorio vivek vlad
    vladimir vojtech volodymyr waldemar wallace wally walt walter warren wasim wayne wendell werner wes wesley wilbur
    wilf wilfred wilhelm will willard willem willi william willie wim winston wojciech wolf wolfgang woodrow xander
    xavier yannick yannis yasser yaw yevgeny yosef youssef yuri yusuf yves zachary zaid zbigniew zeb zeke zeki ziad
    zlatan zoran""")

WOMEN = listed("""
    abbie abby abena abigail ada adaeze adela adele adriana adrienne agata agatha agathe agnes agnese agnieszka aileen
    aimee aino aisha aisling akua alba albertine aleksandra alena alessandra alessia aletta alexandra alexis alice
    alicia alina alison alix allison alma alva amal amanda amara ameera amelia ami amina amira amy ana anais anastasia
    anastasiya anaïs andrea aneta angela angelica angharad angie anika anisa anita anja anjali anke ann anna anne
    anne-marie anneke anneliese annette annie annika anouk anthea antje antoinette antonia anya aoife april arabella
    araceli ariana arlene asa asha ashley aslaug asma asta astri astrid asuncion audra audrey augusta aurora ava avis
    ayesha ayla azadeh babette barbara barbro bea beata beatrice beatrix beatriz becky bella bente bernadette bernice
    beryl bess beth bethan bethany betsy bettina betty beulah beverley beverly bianca birgit birte birthe blanca
    blanche bodil bonnie bozena branka breda bree brenda brianna bridget brigid brigitte briony brit britt britta
    bronwen bronwyn caitlin callie cameron camilla candice caren carina carla carlota carly carmela carmen carol carole
    carolina caroline carolyn carrie cary caryn carys cass cassandra cassie catalina catarina cate cath catherine cathy
    catrin cecilia celia ceri chandra chantal charlene charlotte charmaine cherie cheryl chiamaka chiara chioma chitra
    chloe chloé christa christabel christel christiana christina christine ciara cilla cindy claire clara clare
    claribel clarice clarissa claudette claudia claudine clementine cleo clodagh colette colleen concetta connie
    constance consuelo cora cordelia corinna corinne cornelia cosima courtney cristina cynthia dafne dagmar dahlia
    daisy dana daniela daniella danielle danuta daphne darcy daria darla darlene davina dawn deanna debbie deborah
    debra dee deirdre delia denisa denise desiree deva devika diana diane dilys dina dinah dolly dolores dominique
    donatella donna dora dorcas doreen doris dorota dorothea dorothy dorte dot dulce dusica ebba edda edie edith edna
    edwina effie eileen eilidh eira eithne elaine eleanor elena eleni elfriede elin elisa elisabeth eliza elizabeth
    elke ella elle ellen ellie elly elma eloise elsa elsie elspeth elvira emilia emily emine emma emmeline emmy enid
    eniko erica erika erin ernestine esme esmeralda esperanza estella estelle esther estrella ethel etta eugenia
    eugenie eunice eva eva-maria evangeline eve evelina evelyn evie ewa faiza fanny farah farida fatima fay faye
    felicity fenna fern ffion fiona fionnuala flavia fleur flora florence florrie fran franca frances francesca
    francine franziska freda frederica fredrika freya frida frieda gabby gabi gabriela gabriele gabrielle gaia gail
    galina gaynor gemma genevieve georgette georgia georgiana geraldine gerda germaine gertie gertrude ghislaine
    gillian gina ginny gisela giselle gita giulia gladys glenda gloria glynis golda grace graciela greer greta gretchen
    griselda guadalupe gudrid gudrun guinevere gunilla gwen gwendolyn gwyneth hadiza haley halima hanna hannah hanne
    harriet hattie hayley hazel heather hedda hedwig heidi helen helena helene helga henny henrietta hermione hester
    hetty hilary hilda hilde hildegard hillary hortense ida idella ilaria ilka ilona ilsa ilse imelda immy imogen ina
    indira ines inga inge inger ingrid inna inès ione iphigenia irena irene irina iris irma isabel isabella isha isla
    isobel isobelle ivana ivy izabela jacinta jackie jacqueline jacqui jada jaimie jan jana jane janet janice jasmine
    jayne jean jeanette jeanine jeanne jelena jemima jen jenna jenni jennie jennifer jenny jeri jess jessica jette jill
    jo joan joanna joanne jocelyn jodie jody johanna johanne jolanta jolene jordana josefa josefina josephine josie joy
    joyce juana judi judith judy jules julia juliana julie juliet juliette june justine jutta jytte kaisa kamala kamila
    karen kari karin karina karla karolina karyn katarina katarzyna kate katerina kath katharina katherine kathleen
    kathryn kathy katie katja katrin katy kavita kay kaya kayla keira kelly kendra kerry kerstin khadija kiara kim
    kiran kirsten kirstie kirstin kirsty kitty klara krista kristen kristin kristina kristine krystyna kyra lakshmi
    lalita lana lara larissa latasha latisha latoya laura laurel lauren lauretta laurie lavinia layla lea leah leanne
    lee-ann leigh leila lelia lena lene lenora leona leonie leonora leontine leslie letitia lettie leyla libby lidia
    liesel lila lilian lilias lilith lillian lily lina linda linnea lisa lise liv livia liz liza lizzie lois lola
    lolita lorena loretta lorna lorraine lotta lotte lottie lou louisa louise luann luba lucia lucinda lucy ludmila
    luella luisa luise luna lupe luz lydia lyn lynn lyudmila mabel maddie madeleine mae maeve magda magdalena maggie
    mai mairead maisie maja majken malala malgorzata malin mallory mamie manon manuela mara marcella marcelle marcia
    marcy maren margaret margarita margaux marge margery margie margit margot margret margrethe maria mariah mariam
    marian mariana marianne maribel marie marie-louise mariel marietta marijke marika marilyn marin marina marion
    marisa maritza marjorie marlene marlies marta martha marthe martina martine marva mary maryam maryanne mathilde
    matilda mattie maud maude maureen mavis maxi maxine maya meera meg megan mehreen mei mel melania melanie melinda
    melissa melody mercedes meredith meryl mette mia michaela michele michelle mika mila mildred milena millicent
    millie mimi min mina mindy minna minnie mira miranda mirela miriam mirjam mitzi moa moira molly mona monica monika
    morag moya moyra muriel mya myfanwy myra myriam myrna myrtle nada nadia nadine nan nancy nandita nanette naoise
    naoko naomi nasreen nasrin natalia natalie natalya natasha nathalie neda nell nella nelly nerys nessa nettie niamh
    nichola nicola nicole nila nilufar nina ninette noelle noemi noor noora nora noreen norma nour nuala nuria nyla
    odette odile oksana olena olga olive olivia olwen oona oonagh ophelia oprah oriana orla orsolya ottilie padma paige
    paloma pam pamela paola parveen pat patrice patricia patti patty paula paulette paulina pauline pearl peggy
    penelope pernille petra petronella petula philippa phillipa philomena phoebe phyllis pia pilar pippa pixie polina
    polly pooja portia priscilla priya prudence prue queenie quinn rachel radhika rae raffaella ragnhild raisa ramona
    rana rani raquel rasha raya reba rebecca reem regina regine reina rena renae renata renate renee renée reyna rhian
    rhiannon rhoda rhona ria rina rita riva roberta robyn rochelle roisin romy rona ronja rosa rosalia rosalie rosalind
    rosalyn rosamund rosanna rosaria rose roseanne roseline rosemary rosetta rosie rosita roslyn rowena roxana roxanne
    ruby rukmini runa rut ruta ruth sabah sabina sabine sabrina sade sadie safiya sahar sally salma salome samantha
    samina samira sanaa sandhya sandra sangeeta sanna saoirse sara sarah sarai sari sarita saskia scarlett selena
    selina selma serena shabana shabnam shania shanice shanthi sharon shauna sheena sheila shelagh shelley shelly
    sheree sheryl shirin shirley shona sian sibyl sidonie sienna sif signe sigrid silje silke silvia simone sinead sini
    siobhan siri siv sofia sofie solange solveig sonia sonja sonya sophia sophie soraya stacey stacy stefania steffi
    stella stephanie stina sue sukhi sunita sunniva susan susanna susanne suzanna suzanne suzette suzy svea svetlana
    swati sybil sylvia sylvie tabitha tahira talia tamar tamara tamsin tania tanja tanya tara tarja tasha tatiana
    tatyana tawny teresa teresita terri tess tessa thandi thea thelma theodora theresa therese thora tiffany tilda
    tilly timea tina tinashe toni torunn tove tracey traci tracy tricia trine trish trixie trude trudy tuuli twyla ulla
    una unni ursula uschi uta ute valentina valeria valerie valeska vandana vanessa vasiliki veda velma venetia vera
    verena verity verna veronica vesna vicki vicky victoria vida vigdis vilma viola violet virginia viv viveka vivian
    vivien vivienne vlasta vreni waltraud wanda wangari wenche wendy wenona wiebke wilhelmina wilhelmine willa wilma
    winifred winnie winona xenia xiomara yael yara yasmin yasmina yasmine yelena yesenia yetunde ylva yoko yolanda
    yoshiko yulia yuliya yvette yvonne zahra zainab zara zaynab zdenka zelda zelma zenobia zeynep zinaida zita zoe
    zofia zola zora zsofia zuleika zuzana""")
GIVEN = MEN | WOMEN
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
