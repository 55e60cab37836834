package io.goldenrod.normalize;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Text folded for comparing only: what people leave out or write another way when they mean the same. */
final class Folding {

    /** Letters that Unicode does not decompose, as they are written where they are missing. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ł', "l"),
            Map.entry('ı', "i"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "n"),
            Map.entry('ŧ', "t"),
            Map.entry('ə', "e"),
            Map.entry('ς', "σ"),
            Map.entry('ـ', ""),
            Map.entry('أ', "ا"),
            Map.entry('إ', "ا"),
            Map.entry('آ', "ا"),
            Map.entry('ى', "ي"),
            Map.entry('ک', "ك"),
            Map.entry('ی', "ي"));

    private Folding() {}

    /** Lower case, no diacritics, no apostrophes, anything else that is neither letter nor digit a single space. */
    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return words(withoutDiacritics(text));
            }
        }
        return words(text.toLowerCase(Locale.ROOT));
    }

    /** Lower case without diacritics; punctuation and spaces as they were. */
    static String withoutDiacritics(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (isDiacritic(c)) {
                continue;
            }
            String letter = c < 0x80 ? null : LETTERS.get(c);
            if (letter == null) {
                bare.append(c);
            } else {
                bare.append(letter);
            }
        }
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    /** Marks that readers leave out. Vowel signs of Indic scripts and the Japanese voicing marks are no such marks. */
    private static boolean isDiacritic(char c) {
        return c >= 0x0300 && c <= 0x036F
                || c >= 0x0483 && c <= 0x0487
                || c >= 0x0591 && c <= 0x05C7 && Character.getType(c) == Character.NON_SPACING_MARK
                || c >= 0x064B && c <= 0x065F
                || c == 0x0670
                || c >= 0x1DC0 && c <= 0x1DFF
                || c >= 0x20D0 && c <= 0x20F0;
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isApostrophe(c) || c > 0x7f && Character.getType(c) == Character.FORMAT) {
                continue;
            }
            boolean kept = c < 0x80
                    ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
                    : Character.isLetterOrDigit(c) || isMark(c) || Character.getType(c) == Character.LETTER_NUMBER;
            if (!kept) {
                space = words.length() > 0;
                continue;
            }
            if (space) {
                words.append(' ');
                space = false;
            }
            words.appendCodePoint(c);
        }
        return words.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´' || c == 'ʼ' || c == 'ʻ' || c == '′'
                || c == '׳';
    }
}
