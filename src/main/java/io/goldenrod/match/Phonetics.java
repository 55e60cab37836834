package io.goldenrod.match;

/**
 * Names by their sound in English, coarse enough to bring spellings together. Both codes know the letters a to z; a
 * text with any other letter is its own code.
 */
final class Phonetics {

    /** By letter from a to z: 0 is a vowel, which parts equal codes; 9 is h or w, which does not. */
    private static final String SOUNDEX = "01230129022455012623019202";

    private static final int METAPHONE_LENGTH_MAX = 8;

    private Phonetics() {}

    /**
     * The Soundex code of the United States' National Archives (Russell, 1918): a letter and three digits.
     *
     * @param folded lower case, without diacritics
     */
    static String soundex(String folded) {
        String letters = letters(folded);
        if (letters == null) {
            return folded;
        }
        StringBuilder code = new StringBuilder(4);
        char last = codeOf(letters.charAt(0));
        code.append(letters.charAt(0));
        for (int i = 1; i < letters.length() && code.length() < 4; i++) {
            char next = codeOf(letters.charAt(i));
            if (next != '9') {
                if (next != '0' && next != last) {
                    code.append(next);
                }
                last = next;
            }
        }
        while (code.length() < 4) {
            code.append('0');
        }
        return code.toString();
    }

    private static char codeOf(char letter) {
        return SOUNDEX.charAt(letter - 'a');
    }

    /**
     * The Metaphone code (Philips, Hanging on the Metaphone, Computer Language 7/12, 1990), up to 8 sounds: consonants
     * as they are said, {@code 0} for th, {@code x} for sh, vowels at the start only.
     *
     * @param folded lower case, without diacritics
     */
    static String metaphone(String folded) {
        String letters = letters(folded);
        if (letters == null) {
            return folded;
        }
        String word = beginning(letters);
        StringBuilder code = new StringBuilder(METAPHONE_LENGTH_MAX);
        for (int i = 0; i < word.length() && code.length() < METAPHONE_LENGTH_MAX; i++) {
            char c = word.charAt(i);
            if (i == 0 || c != word.charAt(i - 1) || c == 'c') {
                code.append(sound(word, i));
            }
        }
        return code.length() == 0 ? letters : code.toString();
    }

    /** Silent letters at the start dropped. */
    private static String beginning(String word) {
        if (word.length() < 2) {
            return word;
        }
        return switch (word.substring(0, 2)) {
            case "kn", "gn", "pn", "ae", "wr" -> word.substring(1);
            case "wh" -> "w" + word.substring(2);
            default -> word.charAt(0) == 'x' ? "s" + word.substring(1) : word;
        };
    }

    private static String sound(String word, int i) {
        char c = word.charAt(i);
        char before = at(word, i - 1);
        char after = at(word, i + 1);
        char second = at(word, i + 2);
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> i == 0 ? String.valueOf(c) : "";
            case 'b' -> before == 'm' && after == 0 ? "" : "b";
            case 'c' -> soundOfC(before, after, second);
            case 'd' -> after == 'g' && isFront(second) ? "j" : "t";
            case 'g' -> soundOfG(before, after, second);
            case 'h' -> isVowel(after) && "csptg".indexOf(before) < 0 ? "h" : "";
            case 'k' -> before == 'c' ? "" : "k";
            case 'p' -> after == 'h' ? "f" : "p";
            case 'q' -> "k";
            case 's' -> after == 'h' || after == 'i' && (second == 'o' || second == 'a') ? "x" : "s";
            case 't' -> soundOfT(after, second);
            case 'v' -> "f";
            case 'w', 'y' -> isVowel(after) ? String.valueOf(c) : "";
            case 'x' -> "ks";
            case 'z' -> "s";
            default -> String.valueOf(c);
        };
    }

    private static String soundOfC(char before, char after, char second) {
        if (isFront(after)) {
            return before == 's' ? "" : after == 'i' && second == 'a' ? "x" : "s";
        }
        return after == 'h' && before != 's' ? "x" : "k";
    }

    private static String soundOfG(char before, char after, char second) {
        boolean silent = after == 'h' && !isVowel(second)
                || after == 'n' && (second == 0 || second == 'e')
                || before == 'd' && isFront(after);
        return silent ? "" : isFront(after) && before != 'g' ? "j" : "k";
    }

    private static String soundOfT(char after, char second) {
        if (after == 'h') {
            return "0";
        }
        boolean silent = after == 'c' && second == 'h';
        return silent ? "" : after == 'i' && (second == 'a' || second == 'o') ? "x" : "t";
    }

    private static char at(String word, int i) {
        return i < 0 || i >= word.length() ? 0 : word.charAt(i);
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static boolean isFront(char c) {
        return c == 'e' || c == 'i' || c == 'y';
    }

    /** The letters a to z; null when there are others, or none. */
    private static String letters(String folded) {
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            } else if (c >= 0x80) {
                return null;
            }
        }
        return letters.length() == 0 ? null : letters.toString();
    }
}
