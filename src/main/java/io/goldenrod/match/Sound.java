package io.goldenrod.match;

/**
 * How a name in Latin letters sounds, roughly, in the languages of Western Europe: consonants by classes, vowels at the
 * start and the end alone, silent letters left out. After the rules of Metaphone (Philips, 1990), simplified:
 * {@code Catherine} and {@code Kathryn}, {@code Stephen} and {@code Steven}, {@code Tracey} and {@code Tracie} sound
 * alike; {@code Daniel} and {@code Daniela} do not.
 */
final class Sound {

    private static final int CODES_MAX = 11;
    private static final int CODE_BITS = 5;

    private Sound() {}

    /**
     * Up to eleven codes of five bits each, and one for the vowel at the end; 0 when the name has fewer than two, as in
     * {@code Lee}: that would be too little to tell names apart.
     */
    static long of(String name) {
        long sound = 0;
        int codes = 0;
        char last = 0;
        int length = name.length();
        int start = silentStart(name);
        for (int i = start; i < length && codes < CODES_MAX; ) {
            char c = name.charAt(i);
            char next = i + 1 < length ? name.charAt(i + 1) : 0;
            char code = code(name, i, start, c, next);
            i += taken(c, next);
            if (code == 0) {
                last = isVowel(c) || c < 'a' || c > 'z' ? 0 : last;
                continue;
            }
            if (code != last) {
                sound = sound << CODE_BITS | code - 'a' + 1;
                codes++;
            }
            last = code;
        }
        return codes < 2 ? 0 : sound << CODE_BITS | ending(name);
    }

    /** {@code Knight, Wright, Gnome, Pfeiffer, Psaltis}: the first letter is silent. */
    private static int silentStart(String name) {
        if (name.length() < 3) {
            return 0;
        }
        char first = name.charAt(0);
        char second = name.charAt(1);
        boolean silent = (first == 'k' || first == 'g') && second == 'n'
                || first == 'w' && second == 'r'
                || first == 'p' && (second == 'f' || second == 's' || second == 'n');
        return silent ? 1 : 0;
    }

    private static char code(String name, int i, int start, char c, char next) {
        boolean soft = next == 'e' || next == 'i' || next == 'y';
        boolean german = next == 'c' && i + 2 < name.length() && name.charAt(i + 2) == 'h';
        return switch (c) {
            case 'a', 'e' -> i == start ? 'a' : 0;
            case 'o', 'u' -> i == start ? 'o' : 0;
            case 'i', 'y' -> i == start ? 'i' : 0;
            case 'd' -> next == 't' ? 't' : 'd';
            case 'b', 'f', 'j', 'k', 'l', 'm', 'n', 'r' -> c;
            case 't' -> german ? 0 : 't';
            case 'c' -> next == 'h' || next == 'z' ? 'x' : soft ? 's' : 'k';
            case 'g' -> next == 'h' ? i == start ? 'g' : 0 : soft ? 'j' : 'g';
            case 'h' -> i == start ? 'h' : 0;
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'q' -> 'k';
            case 's' -> next == 'h' || german ? 'x' : 's';
            case 'v' -> 'f';
            case 'w' -> i == start ? 'w' : 0;
            case 'x' -> i == start ? 's' : 'z';
            case 'z' -> 's';
            default -> 0;
        };
    }

    /** How many letters a code stands for. */
    private static int taken(char c, char next) {
        boolean pair = next == 'h' && (c == 'c' || c == 'g' || c == 'p' || c == 's' || c == 't')
                || c == 'c' && (next == 'k' || next == 'z')
                || c == 'd' && next == 't';
        return pair ? 2 : 1;
    }

    /** 1 to 3 for a vowel that is heard at the end; 0 for a consonant or a silent e. */
    private static int ending(String name) {
        int end = name.length() - 1;
        char last = name.charAt(end);
        if (last == 'h' && isVowel(name.charAt(end - 1))) {
            last = name.charAt(--end);
        }
        char before = end > 0 ? name.charAt(end - 1) : 0;
        return switch (last) {
            case 'a' -> 1;
            case 'o', 'u' -> 2;
            case 'i', 'y' -> 3;
            case 'e' -> before == 'i' || before == 'e' || before == 'y' ? 3 : 0;
            default -> 0;
        };
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }
}
