package io.goldenrod.match;

import java.lang.Character.UnicodeScript;

/**
 * A word or a name made ready for quick comparing: what is looked at most often lies in the object itself, so that two
 * words that have nothing in common are told apart without a look at their text. At most {@value #LENGTH_MAX}
 * characters
 * count.
 */
final class Word {

    static final int LENGTH_MAX = 64;

    /** How near a word is to one that it neither equals nor is a mere typing error of. */
    enum Nearness {
        /** Jaro–Winkler 0.92 or more. */
        SIMILAR,
        SOUND,
        /** Jaro–Winkler 0.85 or more, two edits in six letters or more, or the same letters in another order. */
        CLOSE,
        FAR
    }

    private static final double SIMILAR_MIN = 0.92;
    private static final double CLOSE_MIN = 0.85;
    private static final int TYPO_LENGTH_MIN = 4;

    /** Bits of {@link #scripts}; those of all other scripts are above them. */
    private static final int LATIN = 1;

    private static final int KANA = 2;
    private static final int SCRIPTS = 30;

    private static final long DIGITS = 0x3FFL << 26;

    /** One bit for each letter a–z and each digit; any other character shares one of the rest. */
    final long letters;

    /** See {@link Sound}; 0 for none. */
    final long sound;

    final String text;

    /** One bit for each script; 0 when it holds no letter. */
    final int scripts;

    /** The same for any order of the letters. */
    private final int bag;

    private final int length;

    private final long start;

    private Word(String text) {
        this.text = text;
        this.length = text.length();
        long start = 0;
        int scripts = 0;
        int bag = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                scripts |= LATIN;
            } else if (c < '0' || c > '9') {
                scripts |= script(text, i);
            }
            bag += (c + 0x9E3779B9) * (c | 1);
            start |= i < Likeness.PREFIX_MAX ? (long) c << (16 * i) : 0;
        }
        this.letters = letters(text);
        this.scripts = scripts;
        this.bag = bag;
        this.start = start;
        this.sound = scripts == LATIN ? Sound.of(text) : 0;
    }

    /** See {@link #letters}. */
    static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int bit = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : 36 + c % 28;
            letters |= 1L << bit;
        }
        return letters;
    }

    /** Null when the text is empty. */
    static Word of(String folded) {
        return folded == null || folded.isEmpty() ? null : new Word(cut(folded, LENGTH_MAX));
    }

    /** Without half of a character at the end. */
    static String cut(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax);
    }

    private static int script(String text, int at) {
        int c = text.codePointAt(at);
        if (!Character.isLetter(c)) {
            return 0;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return switch (script) {
            case LATIN -> LATIN;
            case HIRAGANA, KATAKANA -> KANA;
            case COMMON, INHERITED, UNKNOWN -> 0;
            default -> 1 << (2 + script.ordinal() % (SCRIPTS - 2));
        };
    }

    int length() {
        return length;
    }

    boolean isInitial() {
        return length == 1 && scripts == LATIN;
    }

    /** Whether their letters can be compared at all: a name in Cyrillic says nothing against one in Latin. */
    boolean isComparable(Word other) {
        return (scripts & other.scripts) != 0 || scripts == 0 || other.scripts == 0;
    }

    boolean same(Word other) {
        return start == other.start && letters == other.letters && bag == other.bag && text.equals(other.text);
    }

    /** Whether they hold the same figures, if any. */
    boolean hasDigitsOf(Word other) {
        return (letters & DIGITS) == (other.letters & DIGITS);
    }

    boolean startsLike(Word other) {
        return (char) start == (char) other.start;
    }

    /** Whether one begins with the other, of the length or more. */
    boolean isBeginning(Word other, int lengthMin) {
        int shorter = Math.min(length, other.length);
        return shorter >= lengthMin
                && prefix(other) >= Math.min(shorter, Likeness.PREFIX_MAX)
                && text.regionMatches(0, other.text, 0, shorter);
    }

    /** Whether at most so many edits (1 or 2) apart; the sets of letters rule most words out. */
    boolean isWithin(Word other, int edits) {
        return Math.abs(length - other.length) <= edits
                && Long.bitCount(letters & ~other.letters) <= edits
                && Long.bitCount(other.letters & ~letters) <= edits
                && Likeness.isWithin(text, other.text, edits);
    }

    /** A typing error: one edit (insert, delete, replace, transpose) in a word of four letters or more. */
    boolean isTypo(Word other) {
        return Math.max(length, other.length) >= TYPO_LENGTH_MIN && isWithin(other, 1);
    }

    /** The same letters in another order. */
    boolean isAnagram(Word other) {
        return bag == other.bag && letters == other.letters && length == other.length && length >= TYPO_LENGTH_MIN;
    }

    /** Jaro–Winkler; 0 when the sets of letters show that it stays below {@code atLeast}. */
    double likeness(Word other, double atLeast) {
        int matches = Math.min(
                length - Long.bitCount(letters & ~other.letters),
                other.length - Long.bitCount(other.letters & ~letters));
        if (matches <= 0) {
            return 0;
        }
        double bound = ((double) matches / length + (double) matches / other.length + 1) / 3;
        bound += Likeness.PREFIX_SCALE * prefix(other) * (1 - bound);
        return bound < atLeast ? 0 : Likeness.jaroWinkler(text, other.text);
    }

    private int prefix(Word other) {
        long differences = start ^ other.start;
        int same = differences == 0 ? Likeness.PREFIX_MAX : Long.numberOfTrailingZeros(differences) / 16;
        return Math.min(same, Math.min(length, other.length));
    }

    Nearness nearness(Word other) {
        double likeness = likeness(other, CLOSE_MIN);
        if (likeness >= SIMILAR_MIN) {
            return Nearness.SIMILAR;
        }
        if (sound != 0 && sound == other.sound) {
            return Nearness.SOUND;
        }
        boolean enough = Math.min(length, other.length) >= 5 && Math.max(length, other.length) >= 6;
        boolean close = likeness >= CLOSE_MIN || isAnagram(other) || enough && isWithin(other, 2);
        return close ? Nearness.CLOSE : Nearness.FAR;
    }

    /** A typing error, or as near as {@link Nearness#CLOSE}. */
    boolean isNear(Word other) {
        return isTypo(other) || nearness(other) != Nearness.FAR;
    }
}
