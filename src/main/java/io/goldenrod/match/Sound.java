package io.goldenrod.match;

/**
 * How a name in Latin letters sounds, roughly, in the languages of Western Europe: consonants by classes, vowels by
 * their
 * place alone, silent letters left out. After the rules of Metaphone (Philips, 1990), simplified: {@code Catherine} and
 * {@code Kathryn}, {@code Stephen} and {@code Steven}, {@code Geoffrey} and {@code Jeffrey} sound alike.
 */
final class Sound {

    private static final int CODES_MAX = 12;
    private static final int CODE_BITS = 5;

    private Sound() {}

    /**
     * Up to twelve codes of five bits each; 0 when the name has fewer than two, as in {@code Lee}: that would be too
     * little to tell names apart.
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
        return codes < 2 ? 0 : sound;
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
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> i == start ? 'a' : 0;
            case 'y' -> i == start ? 'y' : 0;
            case 'b', 'd', 'f', 'j', 'k', 'l', 'm', 'n', 'r' -> c;
            case 't' -> next == 'c' && i + 2 < name.length() && name.charAt(i + 2) == 'h' ? 0 : 't';
            case 'c' -> next == 'h' ? 'x' : next == 'z' ? 'x' : soft ? 's' : 'k';
            case 'g' -> next == 'h' ? i == start ? 'k' : 0 : soft ? 'j' : 'k';
            case 'h' -> i == start ? 'h' : 0;
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'q' -> 'k';
            case 's' -> next == 'h' || next == 'c' && i + 2 < name.length() && name.charAt(i + 2) == 'h' ? 'x' : 's';
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

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }
}
