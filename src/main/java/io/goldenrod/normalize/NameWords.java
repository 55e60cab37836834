package io.goldenrod.normalize;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of names that are not names: titles, suffixes, particles; and where a family name starts. */
final class NameWords {

    /** Titles with or without a full stop, without it here. */
    private static final Set<String> TITLES = Set.of(
            ("mr mrs ms miss mx dr prof professor doctor sir dame lord lady rev reverend hon capt captain cmdr col lt"
                            + " sgt maj gen herr frau hr dipl-ing doc señor señora señorita sra srta sr monsieur madame"
                            + " mademoiselle mme mlle maître dott dottssa sig sigra signor signora signorina dhr mevr"
                            + " mevrouw meneer dra profa senhor senhora pán paní mudr judr mgr rndr phdr"
                            + " г-н г-жа гн гжа господин госпожа д-р доктор проф профессор пан пані"
                            + " κος κα κυριος κυρία κύριος δρ"
                            + " السيد السيدة الدكتور الدكتورة الأستاذ د دكتور מר גב' גברת ד\"ר ד״ר פרופ' גב׳ פרופ׳"
                            + " श्री श्रीमती डॉ shri smt haji hajah datuk dato' herrn")
                    .split(" "));

    /** Taken for titles only when written with a full stop: without it they are names or initials as well. */
    private static final Set<String> DOTTED_TITLES =
            Set.of("fr", "mag", "ing", "bc", "sri", "m", "don", "fra", "br", "pr", "me", "pvt", "cpl", "к", "κ", "st");

    private static final Set<String> SUFFIXES = Set.of(
            ("jr sr jnr snr junior senior ii iii iv v vi 2nd 3rd 4th phd md dds dvm jd esq esquire mba cpa rn obe cbe"
                            + " mbe kbe frs qc kc dphil msc bsc pe psyd edd lld filho neto sobrinho fils père ret"
                            + " dipling ml st")
                    .split(" "));

    /** Suffixes that are no family name of note, so they are one even after a single word. */
    private static final Set<String> CERTAIN_SUFFIXES =
            Set.of("jr", "jnr", "snr", "ii", "iii", "phd", "dds", "esq", "mba", "cpa", "dphil");

    private static final Set<String> PARTICLES = Set.of(
            ("van von vom zu zur zum der den de del della dello dei degli di da do dos das du des la le lo los las el"
                            + " al bin ibn bint binti abu ter ten te 't af av y san santa st saint mac ap ferch oude op"
                            + " d' dal dalla"
                            + " فان بن ابن фон де ван")
                    .split(" "));

    /** Joins two family names, so the word before it is one. */
    private static final Set<String> JOINERS = Set.of("y", "i", "e");

    private static final List<String> HONORIFICS =
            List.of("先生", "女士", "小姐", "博士", "教授", "様", "さん", "さま", "氏", "君", "殿", "씨", "님", "선생님", "박사", "교수");

    private static final Set<String> COMPOUND_FAMILIES = Set.of(
            "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "公孙", "公孫", "慕容", "令狐", "东方", "西门", "端木", "남궁",
            "선우", "제갈", "황보", "독고", "사공", "서문");

    private NameWords() {}

    static boolean isTitle(String word) {
        boolean dotted = word.indexOf('.') > 0;
        String bare = bare(word);
        return TITLES.contains(bare) || dotted && DOTTED_TITLES.contains(bare);
    }

    /** Whether the word is a title even where it stands alone: {@code Lord} may be a name, {@code Mr} is none. */
    static boolean isNothingButTitle(String word) {
        return isTitle(word)
                && (word.indexOf('.') > 0 || Set.of("mr", "mrs", "ms", "dr").contains(bare(word)));
    }

    /** {@code Mr and Mrs}. */
    static boolean isAnd(String word) {
        return word.equals("&") || word.equalsIgnoreCase("and") || word.equals("und") || word.equals("et");
    }

    static boolean isSuffix(String word) {
        return SUFFIXES.contains(bare(word));
    }

    static boolean isCertainSuffix(String word) {
        return CERTAIN_SUFFIXES.contains(bare(word));
    }

    private static String bare(String word) {
        return word.indexOf('.') < 0
                ? word.toLowerCase(Locale.ROOT)
                : word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    /** The honorific that the word ends in, where it is in an East Asian script; null otherwise. */
    static String honorific(String word) {
        if (!isEastAsian(word)) {
            return null;
        }
        for (String each : HONORIFICS) {
            if (word.equals(each) || word.endsWith(each) && word.length() >= each.length() + 2) {
                return each;
            }
        }
        return null;
    }

    /**
     * Where the family name starts: the index of its first word; the count of words plus its length when it comes first
     * in capitals; -1 when the name is in an East Asian script, family name first.
     */
    static int familyStart(List<String> words) {
        int count = words.size();
        if (words.stream().allMatch(NameWords::isEastAsian)) {
            return -1;
        }
        int capitals = 0;
        while (capitals < count && isCapitals(words.get(capitals))) {
            capitals++;
        }
        if (capitals > 0 && capitals < count && !isAnyCapitals(words.get(count - 1))) {
            return count + capitals;
        }
        for (int i = 1; i < count - 1; i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            if (PARTICLES.contains(word) || word.endsWith("-") && PARTICLES.contains(word.replace("-", ""))) {
                return i > 1 && JOINERS.contains(word) ? i - 1 : i;
            }
        }
        return Math.max(count - 1, 1);
    }

    private static boolean isCapitals(String word) {
        return word.length() >= 3 && word.indexOf('.') < 0 && isAnyCapitals(word);
    }

    private static boolean isAnyCapitals(String word) {
        return word.chars().noneMatch(Character::isLowerCase)
                && word.chars().filter(Character::isUpperCase).count() >= 1;
    }

    private static boolean isEastAsian(String word) {
        return word.codePoints().allMatch(c -> {
            UnicodeScript script = UnicodeScript.of(c);
            return script == UnicodeScript.HAN
                    || script == UnicodeScript.HANGUL
                    || script == UnicodeScript.HIRAGANA
                    || script == UnicodeScript.KATAKANA
                    || c == 'ー'
                    || c == '々';
        });
    }

    /** How much of an unparted name is the family name: 0 when that cannot be told. */
    static int eastAsianFamilyLength(String word) {
        boolean kana = word.codePoints().anyMatch(c -> {
            UnicodeScript script = UnicodeScript.of(c);
            return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
        });
        if (kana || word.length() < 2 || word.length() > 4 || word.codePointCount(0, word.length()) < word.length()) {
            return 0;
        }
        boolean compound = word.length() > 2 && COMPOUND_FAMILIES.contains(word.substring(0, 2));
        return compound || word.length() == 4 ? 2 : 1;
    }
}
