package io.goldenrod.normalize;

import java.util.HashMap;
import java.util.Map;

/**
 * Countries by code and name. A table of our own, for the JDK's names differ between its versions, and what a record
 * means must not.
 */
final class Countries {

    private static final String TABLE = """
            AD: and, andorra
            AE: are, united arab emirates, uae, u a e, emirates, الامارات
            AF: afg, afghanistan
            AG: atg, antigua and barbuda
            AI: aia, anguilla
            AL: alb, albania
            AM: arm, armenia
            AO: ago, angola
            AQ: ata, antarctica
            AR: arg, argentina
            AS: asm, american samoa
            AT: aut, austria, osterreich, oesterreich, autriche
            AU: aus, australia, australie, australien
            AW: abw, aruba
            AX: ala, aland islands
            AZ: aze, azerbaijan
            BA: bih, bosnia and herzegovina
            BB: brb, barbados
            BD: bgd, bangladesh
            BE: bel, belgium, belgique, belgie, belgien, belgica, belgio
            BF: bfa, burkina faso
            BG: bgr, bulgaria, българия
            BH: bhr, bahrain
            BI: bdi, burundi
            BJ: ben, benin
            BL: blm, st barthelemy
            BM: bmu, bermuda
            BN: brn, brunei, brunei darussalam
            BO: bol, bolivia, bolivia plurinational state of
            BQ: bes, caribbean netherlands
            BR: bra, brazil, brasil, bresil
            BS: bhs, bahamas
            BT: btn, bhutan
            BV: bvt, bouvet island
            BW: bwa, botswana
            BY: blr, belarus, беларусь
            BZ: blz, belize
            CA: can, canada, kanada
            CC: cck, cocos keeling islands
            CD: cod, congo kinshasa, drc, democratic republic of the congo
            CF: caf, central african republic
            CG: cog, congo brazzaville, congo, republic of the congo
            CH: che, switzerland, schweiz, suisse, svizzera, suiza, zwitserland
            CI: civ, cote divoire, ivory coast, cote d ivoire
            CK: cok, cook islands
            CL: chl, chile
            CM: cmr, cameroon
            CN: chn, china, people s republic of china, peoples republic of china, prc, 中国, 中國, 中华人民共和国
            CO: col, colombia
            CR: cri, costa rica
            CU: cub, cuba
            CV: cpv, cape verde
            CW: cuw, curacao
            CX: cxr, christmas island
            CY: cyp, cyprus
            CZ: cze, czechia, czech republic, ceska republika, cesko, tschechien
            DE: deu, germany, deutschland, allemagne, alemania, germania, alemanha, duitsland, brd, \
            федеративная республика германия
            DJ: dji, djibouti
            DK: dnk, denmark, danmark, danemark
            DM: dma, dominica
            DO: dom, dominican republic
            DZ: dza, algeria
            EC: ecu, ecuador
            EE: est, estonia, eesti
            EG: egy, egypt, مصر
            EH: esh, western sahara
            ER: eri, eritrea
            ES: esp, spain, espana, spanien, espagne, spagna, espanha, spanje
            ET: eth, ethiopia
            FI: fin, finland, suomi, finnland
            FJ: fji, fiji
            FK: flk, falkland islands
            FM: fsm, micronesia, micronesia federated states of
            FO: fro, faroe islands
            FR: fra, france, frankreich, francia, franca, frankrijk
            GA: gab, gabon
            GB: gbr, united kingdom, uk, great britain, britain, england, scotland, wales, northern ireland, \
            gran bretana, reino unido, royaume uni, vereinigtes konigreich, grossbritannien, regno unito, \
            verenigd koninkrijk
            GD: grd, grenada
            GE: geo, georgia
            GF: guf, french guiana
            GG: ggy, guernsey
            GH: gha, ghana
            GI: gib, gibraltar
            GL: grl, greenland
            GM: gmb, gambia
            GN: gin, guinea
            GP: glp, guadeloupe
            GQ: gnq, equatorial guinea
            GR: grc, greece, hellas, ελλαδα, griechenland
            GS: sgs, south georgia and south sandwich islands
            GT: gtm, guatemala
            GU: gum, guam
            GW: gnb, guinea bissau
            GY: guy, guyana
            HK: hkg, hong kong, hong kong sar china, hong kong, 香港
            HM: hmd, heard and mcdonald islands
            HN: hnd, honduras
            HR: hrv, croatia, hrvatska
            HT: hti, haiti
            HU: hun, hungary, magyarorszag, ungarn
            ID: idn, indonesia
            IE: irl, ireland, eire, republic of ireland, irland
            IL: isr, israel, ישראל
            IM: imn, isle of man
            IN: ind, india, bharat, भारत
            IO: iot, british indian ocean territory
            IQ: irq, iraq
            IR: irn, iran, persia, iran islamic republic of
            IS: isl, iceland
            IT: ita, italy, italia, italien, italie
            JE: jey, jersey
            JM: jam, jamaica
            JO: jor, jordan
            JP: jpn, japan, nippon, nihon, 日本, 日本国
            KE: ken, kenya
            KG: kgz, kyrgyzstan
            KH: khm, cambodia
            KI: kir, kiribati
            KM: com, comoros
            KN: kna, st kitts and nevis
            KP: prk, north korea, democratic people s republic of korea
            KR: kor, south korea, korea, republic of korea, korea republic of, 한국, 대한민국
            KW: kwt, kuwait
            KY: cym, cayman islands
            KZ: kaz, kazakhstan, казахстан
            LA: lao, laos, lao people s democratic republic
            LB: lbn, lebanon
            LC: lca, st lucia
            LI: lie, liechtenstein
            LK: lka, sri lanka
            LR: lbr, liberia
            LS: lso, lesotho
            LT: ltu, lithuania, lietuva
            LU: lux, luxembourg, luxemburg, letzebuerg
            LV: lva, latvia, latvija
            LY: lby, libya
            MA: mar, morocco
            MC: mco, monaco
            MD: mda, moldova, republic of moldova, moldova republic of
            ME: mne, montenegro
            MF: maf, st martin
            MG: mdg, madagascar
            MH: mhl, marshall islands
            MK: mkd, north macedonia, macedonia
            ML: mli, mali
            MM: mmr, myanmar burma, burma, myanmar
            MN: mng, mongolia
            MO: mac, macao, macao sar china, macau, macao
            MP: mnp, northern mariana islands
            MQ: mtq, martinique
            MR: mrt, mauritania
            MS: msr, montserrat
            MT: mlt, malta
            MU: mus, mauritius
            MV: mdv, maldives
            MW: mwi, malawi
            MX: mex, mexico, mejico
            MY: mys, malaysia
            MZ: moz, mozambique
            NA: nam, namibia
            NC: ncl, new caledonia
            NE: ner, niger
            NF: nfk, norfolk island
            NG: nga, nigeria
            NI: nic, nicaragua
            NL: nld, netherlands, holland, the netherlands, nederland, niederlande, pays bas, paises bajos
            NO: nor, norway, norge, norwegen, noreg
            NP: npl, nepal
            NR: nru, nauru
            NU: niu, niue
            NZ: nzl, new zealand, aotearoa
            OM: omn, oman
            PA: pan, panama
            PE: per, peru
            PF: pyf, french polynesia
            PG: png, papua new guinea
            PH: phl, philippines
            PK: pak, pakistan
            PL: pol, poland, polska, polen, pologne
            PM: spm, st pierre and miquelon
            PN: pcn, pitcairn islands
            PR: pri, puerto rico
            PS: pse, palestinian territories, palestine, state of palestine
            PT: prt, portugal
            PW: plw, palau
            PY: pry, paraguay
            QA: qat, qatar
            RE: reu, reunion
            RO: rou, romania, rumania, rumanien
            RS: srb, serbia, srbija
            RU: rus, russia, russian federation, россия, россииская федерация, russland
            RW: rwa, rwanda
            SA: sau, saudi arabia, ksa, السعودية
            SB: slb, solomon islands
            SC: syc, seychelles
            SD: sdn, sudan
            SE: swe, sweden, sverige, schweden, suede
            SG: sgp, singapore
            SH: shn, st helena
            SI: svn, slovenia, slovenija
            SJ: sjm, svalbard and jan mayen
            SK: svk, slovakia, slovensko
            SL: sle, sierra leone
            SM: smr, san marino
            SN: sen, senegal
            SO: som, somalia
            SR: sur, suriname
            SS: ssd, south sudan
            ST: stp, sao tome and principe
            SV: slv, el salvador
            SX: sxm, sint maarten
            SY: syr, syria, syrian arab republic
            SZ: swz, eswatini, swaziland
            TC: tca, turks and caicos islands
            TD: tcd, chad
            TF: atf, french southern territories
            TG: tgo, togo
            TH: tha, thailand
            TJ: tjk, tajikistan
            TK: tkl, tokelau
            TL: tls, timor leste, east timor
            TM: tkm, turkmenistan
            TN: tun, tunisia
            TO: ton, tonga
            TR: tur, turkey, turkiye
            TT: tto, trinidad and tobago
            TV: tuv, tuvalu
            TW: twn, taiwan, taiwan province of china, republic of china, 台灣, 台湾, 臺灣
            TZ: tza, tanzania, united republic of tanzania, tanzania united republic of
            UA: ukr, ukraine, украіна, украина
            UG: uga, uganda
            UM: umi, u s outlying islands
            US: usa, united states, united states of america, america, u s a, u s, etats unis, \
            estados unidos, vereinigte staaten, stati uniti, eeuu, ee uu, 美国, アメリカ
            UY: ury, uruguay
            UZ: uzb, uzbekistan
            VA: vat, vatican city, vatican, holy see
            VC: vct, st vincent and grenadines
            VE: ven, venezuela, venezuela bolivarian republic of
            VG: vgb, british virgin islands
            VI: vir, u s virgin islands
            VN: vnm, vietnam, viet nam
            VU: vut, vanuatu
            WF: wlf, wallis and futuna
            WS: wsm, samoa
            YE: yem, yemen
            YT: myt, mayotte
            ZA: zaf, south africa, rsa, sudafrika
            ZM: zmb, zambia
            ZW: zwe, zimbabwe
            """;

    private static final Map<String, String> CODES = read();

    private Countries() {}

    private static Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        for (String line : TABLE.split("\n")) {
            String code = line.substring(0, 2);
            codes.put(code.toLowerCase(java.util.Locale.ROOT), code);
            for (String name : line.substring(4).split(", ")) {
                codes.put(Folding.fold(name), code);
            }
        }
        codes.put("uk", "GB");
        codes.put("el", "GR");
        return Map.copyOf(codes);
    }

    /** The ISO 3166-1 alpha-2 code of a country's code (two or three letters) or name; null when not known. */
    static String code(String text) {
        String folded = Folding.fold(text.replace("&", " and ").replace(".", ""));
        String found = CODES.get(folded);
        return found != null || !folded.startsWith("the ") ? found : CODES.get(folded.substring(4));
    }
}
