package io.goldenrod.normalize;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Everyday forms of given names common in English, and the formal names that they stand for. Written by hand from
 * general knowledge; a short form may stand for several names. All names are folded, see {@link Names#fold}.
 */
public final class Nicknames {

    private static final String TABLE = """
            abigail: abby abbie gail
            abraham: abe bram
            adelaide: addie adela
            adam: ad
            agnes: aggie nessa
            albert: al bert bertie
            alexander: alex al alec alexei sandy sasha xander lex alasdair alistair
            alexandra: alex sandra sandy sasha lexi alexa
            alfred: al alf alfie fred freddie
            alice: ali allie
            alison: ali allie
            allison: ali allie
            amanda: mandy manda
            amelia: amy millie mia
            andrea: andie andi drea
            andrew: andy drew andre
            angela: angie
            angelina: angie lina
            ann: annie anne nan nancy anna
            anthony: tony ant anton
            antoinette: toni nettie
            antonio: tony toni
            archibald: archie
            arnold: arnie
            arthur: art artie
            augustus: gus augie
            barbara: barb barbie babs bobbie
            bartholomew: bart
            beatrice: bea trixie bee
            beatrix: bea trixie
            benedict: ben
            benjamin: ben benny benji
            bernadette: bernie detta
            bernard: bernie barney
            bradley: brad
            brenda: bren
            brian: bryan
            bridget: biddy bridie
            calvin: cal
            cameron: cam
            carolyn: carol carrie lyn
            caroline: carol carrie caro
            cassandra: cass cassie sandra
            catherine: cathy kate katie kathy cat kitty katherine kathryn kay
            cecilia: cece celia cissy
            charles: charlie chuck chas chaz carl
            charlotte: lottie charlie char
            christina: chris chrissy tina christie
            christine: chris chrissy tina christie
            christopher: chris kit topher christy
            clarence: clancy clare
            clifford: cliff
            clinton: clint
            constance: connie
            cornelius: con neil
            curtis: curt
            cynthia: cindy
            daniel: dan danny
            danielle: dani
            david: dave davey davy
            deborah: deb debbie debra debby
            delores: dee lola
            dennis: denny den
            derek: derrick
            diana: di diane
            dominic: dom nick
            donald: don donnie donny
            donna: don
            dorothy: dot dottie dolly dora
            douglas: doug
            duncan: dunc
            edgar: ed eddie
            edith: edie
            edmund: ed eddie ned ted
            edward: ed eddie ted teddy ned
            edwin: ed eddie win
            eleanor: ellie nell nellie nora elle
            elizabeth: liz lizzie beth betty bess bessie eliza lisa libby betsy elsie ellie lizbeth lise buffy
            ellen: nell nellie ellie
            emily: em emmy millie
            emma: em
            emmanuel: manny
            eric: rick
            ernest: ernie
            esther: essie
            eugene: gene
            evelyn: eve evie
            ezekiel: zeke
            florence: flo flossie florrie
            frances: fran frannie francie
            francis: frank fran frankie
            francesca: fran frankie
            francisco: paco pancho frank cisco
            franklin: frank
            frederick: fred freddie freddy rick fritz
            gabriel: gabe
            gabriella: gabby ella
            gabrielle: gabby elle
            geoffrey: geoff jeff
            george: georgie
            georgina: georgie gina
            gerald: gerry jerry
            geraldine: gerry jerry
            gilbert: gil bert
            gordon: gordy
            grace: gracie
            gregory: greg gregg
            gwendolyn: gwen wendy
            hannah: anna
            harold: harry hal
            harriet: hattie harry
            helen: nell nellie ellen
            helena: lena nell
            henrietta: etta hettie hetty
            henry: harry hank hal
            herbert: herb bert bertie
            howard: howie
            hubert: hugh bert
            ignatius: iggy
            irene: rena renie
            isaac: ike zac
            isabel: izzy bella belle
            isabella: izzy bella belle
            isidore: izzy
            jacob: jake jay
            jacqueline: jackie jacqui
            james: jim jimmy jamie jem
            jane: janie jenny
            janet: jan
            janice: jan
            jason: jay
            jeffrey: jeff
            jennifer: jen jenny jenna
            jeremiah: jerry
            jeremy: jerry jem
            jerome: jerry
            jessica: jess jessie
            joan: joanie
            joanna: jo
            joanne: jo
            jocelyn: joss
            john: jack johnny jon jock
            jonathan: jon jonny john
            joseph: joe joey jo
            josephine: jo josie fifi
            joshua: josh
            joyce: joy
            judith: judy judi
            julia: julie jules
            julian: jules
            juliana: julie ana
            justin: jus
            karen: kari
            katherine: kate kathy katie kat kitty kay kathryn
            kathleen: kathy kath kay kate
            kathryn: kathy kate katie kat
            kenneth: ken kenny
            kimberly: kim kimmy
            kristen: kris
            kristin: kris
            laura: laurie lori
            lauren: laurie
            lawrence: larry lawrie lars laurie
            leonard: len leo lenny
            leonardo: leo
            leopold: leo
            leroy: roy
            leslie: les
            lewis: lew
            lillian: lil lily lilly
            linda: lindy lyn
            loretta: etta lori
            louis: lou louie
            louise: lou
            lucille: lucy lucie
            lucinda: lucy cindy
            luther: lute
            lydia: liddy
            madeline: maddie maddy
            magdalena: lena maggie
            malcolm: mal
            marcus: marc mark
            margaret: maggie meg peg peggy marge margie greta rita maisie daisy madge margo
            maria: mia ria
            marianne: mary ann
            marilyn: mary lyn
            marjorie: marge margie
            martha: marty patty mattie
            martin: marty
            marvin: marv
            mary: molly polly mae may mamie
            matilda: tilly mattie
            matthew: matt matty
            maurice: maury moe
            maximilian: max
            maxwell: max
            melanie: mel
            melinda: mindy linda mel
            melissa: mel missy lissa
            melvin: mel
            mercedes: mercy
            michael: mike mick micky mickey mikey mitch
            michelle: shelly micki
            mildred: millie
            miranda: randy mandy
            mitchell: mitch
            mohammed: mohammad muhammad mohamed muhammed mohamad muhamad mohd mhd md mo
            morris: moe
            nancy: nan
            natalie: nat
            natasha: tasha
            nathan: nat nate
            nathaniel: nat nate
            nicholas: nick nicky nico nicolas klaus
            nicole: nikki nicky
            norman: norm
            oliver: ollie
            olivia: liv livvy
            oscar: ozzie
            oswald: ozzie
            pamela: pam
            patricia: pat patty tricia trish patsy
            patrick: pat paddy rick
            paul: paulie
            pauline: polly
            penelope: penny
            percival: percy
            peter: pete
            philip: phil pip phillip
            phillip: phil pip
            phyllis: phyl
            priscilla: cilla
            prudence: prue
            rachel: rach shelly
            randall: randy
            randolph: randy
            raphael: rafe raf
            raymond: ray
            rebecca: becky becca beck
            reginald: reg reggie
            rhonda: ron
            richard: rick ricky dick rich richie
            robert: bob bobby rob robbie bert robby bobbie
            roberta: bobbie robbie berta
            roderick: rod rick
            rodney: rod
            roger: rog
            roland: rollie
            ronald: ron ronnie ronny
            rosalind: ros roz
            rosemary: rose rosie
            rose: rosie
            roxanne: roxy
            rudolph: rudy
            russell: russ rusty
            ruth: ruthie
            samantha: sam sammy
            samuel: sam sammy
            sandra: sandy
            sarah: sally sadie sara
            sebastian: seb bas
            sharon: shari
            shirley: shirl
            sidney: sid
            simon: si
            sophia: sophie
            stanley: stan
            stella: ella
            stephanie: steph stevie
            stephen: steve steven stevie
            steven: steve stevie
            stewart: stew stu
            stuart: stu
            susan: sue susie suzie suzy
            susanna: sue susie suzy
            suzanne: sue suzie suzy
            sylvester: sly
            sylvia: syl
            tabitha: tabby
            tamara: tammy
            terence: terry
            teresa: terry tess tessa terri
            theresa: terry tess tessa terri tracy
            theodore: ted teddy theo
            thomas: tom tommy
            tiffany: tiff
            timothy: tim timmy
            tobias: toby
            valerie: val
            vanessa: nessa
            veronica: ronnie ron vera
            victor: vic
            victoria: vicky vicki tori vic
            vincent: vince vinny vin
            virginia: ginny ginger
            vivian: viv
            walter: walt wally
            wayne: way
            wendell: wen
            wesley: wes
            wilfred: wilf fred will
            wilhelmina: mina minnie billie
            william: bill billy will willie willy liam
            winifred: winnie fred freda
            winston: win
            yvonne: von
            zachary: zach zack zak
            """;

    private static final Map<String, Set<String>> FORMAL = read();

    private Nicknames() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> formal = new HashMap<>();
        for (String line : TABLE.split("\n")) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            formal.computeIfAbsent(name, absent -> new LinkedHashSet<>()).add(name);
            for (String nickname : line.substring(colon + 2).split(" ")) {
                formal.computeIfAbsent(nickname, absent -> new LinkedHashSet<>())
                        .add(name);
            }
        }
        formal.replaceAll((name, names) -> Collections.unmodifiableSet(names));
        return Map.copyOf(formal);
    }

    /** The formal names that a folded given name can stand for; itself when the table does not know it. Never empty. */
    public static Set<String> formalNames(String folded) {
        Set<String> found = FORMAL.get(folded);
        return found == null ? Set.of(folded) : found;
    }

    /** Whether two folded given names can be forms of one name. Symmetric; true for equal ones. */
    public static boolean interchangeable(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        Set<String> formal = formalNames(left);
        return formalNames(right).stream().anyMatch(formal::contains);
    }
}
