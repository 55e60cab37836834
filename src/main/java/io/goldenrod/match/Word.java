package io.goldenrod.match;

import java.lang.Character.UnicodeScript;

/**
 * A word or a name made ready for quick comparing: with the set of its letters, its scripts and its sound. At most
 * {@value #LENGTH_MAX} characters of it count.
 */
final class Word {

    static final int LENGTH_MAX = 64;

    /** Bits of {@link #scripts}; those of all other scripts are above them. */
    private static final int LATIN = 1;

    private static final int OTHER_SCRIPTS = 30;

    final String text;

    /** One bit for each letter a–z and each digit; any other character shares one of the rest. */
    final long letters;

    /** One bit for each script; 0 when it holds no letter. */
    final int scripts;

    /** See {@link Sound}; 0 for none. */
    final long sound;

    private Word(String text) {
        this.text = text;
        long letters = 0;
        int scripts = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters |= 1L << (c - 'a');
                scripts |= LATIN;
            } else if (c >= '0' && c <= '9') {
                letters |= 1L << (26 + c - '0');
            } else {
                letters |= 1L << (36 + c % 28);
                scripts |= script(text, i);
            }
        }
        this.letters = letters;
        this.scripts = scripts;
        this.sound = scripts == LATIN ? Sound.of(text) : 0;
    }

    /** Null when the text is empty. */
    static Word of(String folded) {
        if (folded == null || folded.isEmpty()) {
            return null;
        }
        return new Word(folded.length() > LENGTH_MAX ? cut(folded, LENGTH_MAX) : folded);
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
            case HIRAGANA, KATAKANA -> 2;
            case COMMON, INHERITED, UNKNOWN -> 0;
            default -> 1 << (2 + script.ordinal() % (OTHER_SCRIPTS - 2));
        };
    }

    int length() {
        return text.length();
    }

    boolean isInitial() {
        return text.length() == 1 && scripts == LATIN;
    }

    /** Whether their letters can be compared at all: a name in Cyrillic says nothing against one in Latin. */
    boolean isComparable(Word other) {
        return (scripts & other.scripts) != 0 || scripts == 0 || other.scripts == 0;
    }

    boolean same(Word other) {
        return letters == other.letters && text.equals(other.text);
    }

    /** Whether at most so many edits (1 or 2) apart; the sets of letters rule most words out. */
    boolean isWithin(Word other, int edits) {
        return Long.bitCount(letters & ~other.letters) <= edits
                && Long.bitCount(other.letters & ~letters) <= edits
                && Likeness.isWithin(text, other.text, edits);
    }

    /** A typing error: one edit (insert, delete, replace, transpose) in a word of four letters or more. */
    boolean isTypo(Word other) {
        return Math.max(length(), other.length()) >= 4 && isWithin(other, 1);
    }

    /** Jaro–Winkler; 0 when the sets of letters show that it stays below {@code atLeast}. */
    double likeness(Word other, double atLeast) {
        int length = length();
        int otherLength = other.length();
        int matches = Math.min(
                length - Long.bitCount(letters & ~other.letters),
                otherLength - Long.bitCount(other.letters & ~letters));
        if (matches <= 0) {
            return 0;
        }
        double bound = ((double) matches / length + (double) matches / otherLength + 1) / 3;
        bound += Likeness.PREFIX_SCALE * Likeness.prefix(text, other.text) * (1 - bound);
        return bound < atLeast ? 0 : Likeness.jaroWinkler(text, other.text);
    }

    boolean soundsLike(Word other) {
        return sound != 0 && sound == other.sound;
    }

    /** How near a word is to one that it neither equals nor is a mere typing error of. */
    enum Nearness {
        /** Jaro–Winkler 0.92 or more. */
        SIMILAR,
        SOUND,
        /** Jaro–Winkler 0.85 or more, or two edits in six letters or more. */
        CLOSE,
        FAR
    }

    Nearness nearness(Word other) {
        double likeness = likeness(other, 0.85);
        if (likeness >= 0.92) {
            return Nearness.SIMILAR;
        }
        if (soundsLike(other)) {
            return Nearness.SOUND;
        }
        boolean enough = Math.min(length(), other.length()) >= 5 && Math.max(length(), other.length()) >= 6;
        return likeness >= 0.85 || enough && isWithin(other, 2) ? Nearness.CLOSE : Nearness.FAR;
    }
}
