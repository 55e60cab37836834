package io.goldenrod.normalize;

import java.util.HashMap;
import java.util.Map;

/**
 * The words that postal addresses write in several ways, with one way for comparing. After Publication 28 of the United
 * States Postal Service, with the usual words of other countries.
 */
final class AddressWords {

    private static final String TABLE = """
            st: street saint str
            ave: avenue av aven avenida avda aven
            rd: road
            blvd: boulevard boul bd bvd bulevar
            dr: drive drv
            ln: lane
            ct: court crt
            pl: place
            sq: square squ
            ter: terrace terr tce
            pkwy: parkway pky parkwy
            hwy: highway hway hiway
            cir: circle circ circl
            cres: crescent cresent crs
            cl: close
            cct: circuit
            gdns: gardens
            gdn: garden
            gr: grove grv gro
            ctr: center centre cntr
            expy: expressway exp
            fwy: freeway
            tpke: turnpike trnpk
            trl: trail
            aly: alley
            plz: plaza pza piazza
            mt: mount
            mtn: mountain
            ft: fort
            hts: heights
            pt: point
            xing: crossing
            jct: junction jctn
            pde: parade
            prom: promenade
            rdg: ridge
            bldg: building bld
            fl: floor flr
            rm: room
            unit: apartment apt appt suite ste flat
            dept: department
            n: north
            s: south
            e: east
            w: west
            ne: northeast
            nw: northwest
            se: southeast
            sw: southwest
            1st: first
            2nd: second
            3rd: third
            4th: fourth
            5th: fifth
            6th: sixth
            7th: seventh
            8th: eighth
            9th: ninth
            10th: tenth
            ch: chemin
            imp: impasse
            rte: route
            fbg: faubourg
            c: calle
            ctra: carretera
            and: et und
            """;

    private static final Map<String, String> WORDS = read();

    private AddressWords() {}

    private static Map<String, String> read() {
        Map<String, String> words = new HashMap<>();
        for (String line : TABLE.split("\n")) {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 2).split(" ")) {
                words.put(word, line.substring(0, colon));
            }
        }
        return Map.copyOf(words);
    }

    /** The word as compared. German and Dutch write the kind of street at the word's end. */
    static String canonical(String word) {
        String found = WORDS.get(word);
        if (found != null) {
            return found;
        }
        for (String ending : new String[] {"strasse", "straat"}) {
            if (word.endsWith(ending)) {
                String stem = word.substring(0, word.length() - ending.length());
                return stem.isEmpty() ? "st" : stem + "str";
            }
        }
        return word;
    }
}
