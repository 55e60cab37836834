package io.goldenrod.match;

import io.goldenrod.normalize.Nicknames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a blocking rule can make of a value. Nothing that it can be made of gives no key; several words may give
 * several.
 */
public enum BlockingFunction {
    EXACT("exact", "the whole value; a field without a function means the same", "lovelace", "lovelace"),
    PREFIX("prefix", "its first characters", 3, "lovelace", "lov") {
        @Override
        Collection<String> of(String value, int length) {
            int points = value.codePointCount(0, value.length());
            return List.of(points <= length ? value : value.substring(0, value.offsetByCodePoints(0, length)));
        }
    },
    SUFFIX("suffix", "its last characters", 3, "lovelace", "ace") {
        @Override
        Collection<String> of(String value, int length) {
            int points = value.codePointCount(0, value.length());
            return List.of(
                    points <= length ? value : value.substring(value.offsetByCodePoints(value.length(), -length)));
        }
    },
    SOUNDEX("soundex", "its sound, coarsely (Soundex)", "lovelace", "l142") {
        @Override
        Collection<String> of(String value, int none) {
            return List.of(Phonetics.soundex(value));
        }
    },
    METAPHONE("metaphone", "its sound, finely (Metaphone)", "knight", "nt") {
        @Override
        Collection<String> of(String value, int none) {
            return List.of(Phonetics.metaphone(value));
        }
    },
    NICKNAME("nickname", "the formal names that a given name can stand for", "jim", "james") {
        @Override
        Collection<String> of(String value, int none) {
            Set<String> formal = Nicknames.formalNames(value);
            int space = value.indexOf(' ');
            boolean unknown = formal.size() == 1 && formal.contains(value);
            return unknown && space > 0 ? Nicknames.formalNames(value.substring(0, space)) : formal;
        }
    },
    YEAR("year", "the year of a date", "1815-12-10", "1815") {
        @Override
        Collection<String> of(String value, int none) {
            return dated(value, 4, date -> date.substring(0, 4));
        }
    },
    MONTH("month", "the month of a date", "1815-12-10", "12") {
        @Override
        Collection<String> of(String value, int none) {
            return dated(value, 7, date -> date.substring(5, 7));
        }
    },
    DAY("day", "the day of a date", "1815-12-10", "10") {
        @Override
        Collection<String> of(String value, int none) {
            return dated(value, 10, date -> date.substring(8, 10));
        }
    },
    YEAR_MONTH("yearMonth", "a date without its day", "1815-12-10", "1815-12") {
        @Override
        Collection<String> of(String value, int none) {
            return dated(value, 7, date -> date.substring(0, 7));
        }
    },
    MONTH_DAY("monthDay", "a date without its year", "1815-12-10", "12-10") {
        @Override
        Collection<String> of(String value, int none) {
            return dated(value, 10, date -> date.substring(5, 10));
        }
    },
    POSTCODE_AREA("postcodeArea", "the region that a postal code lies in, by its first characters", "nw16xe", "nw1") {
        @Override
        Collection<String> of(String value, int none) {
            return List.of(postcodeArea(value.replace(" ", "")));
        }
    },
    DIGITS("digits", "its digits", "12a high st", "12") {
        @Override
        Collection<String> of(String value, int none) {
            return given(digitsOf(value));
        }
    },
    LAST_DIGITS("lastDigits", "the last of its digits, where it has so many", 7, "+442079460018", "9460018") {
        @Override
        Collection<String> of(String value, int length) {
            String digits = digitsOf(value);
            return digits.length() < length ? List.of() : List.of(digits.substring(digits.length() - length));
        }
    },
    FIRST_TOKEN("firstToken", "its first word", "ada king lovelace", "ada") {
        @Override
        Collection<String> of(String value, int none) {
            return List.of(value.substring(0, value.indexOf(' ') < 0 ? value.length() : value.indexOf(' ')));
        }
    },
    LAST_TOKEN("lastToken", "its last word", "ada king lovelace", "lovelace") {
        @Override
        Collection<String> of(String value, int none) {
            return List.of(value.substring(value.lastIndexOf(' ') + 1));
        }
    },
    TOKENS("tokens", "each of its words of two letters or more", "lovelace a", "lovelace") {
        @Override
        Collection<String> of(String value, int none) {
            return words(value);
        }
    },
    TOKEN_PREFIXES("tokenPrefixes", "the first characters of each of its words", 1, "ada", "a") {
        @Override
        Collection<String> of(String value, int length) {
            return ofWords(value, word -> PREFIX.of(word, length));
        }
    },
    TOKEN_SOUNDS("tokenSounds", "the sound of each of its words of two letters or more (Metaphone)", "knight a", "nt") {
        @Override
        Collection<String> of(String value, int none) {
            return ofWords(value, word -> METAPHONE.of(word, 0));
        }
    },
    TOKEN_PAIRS(
            "tokenPairs", "each two of its words of two letters or more, in alphabetical order", "st ives", "ives st") {
        @Override
        Collection<String> of(String value, int none) {
            return pairs(words(value));
        }
    },
    SOUND_PAIRS("soundPairs", "the same of their sounds (Metaphone)", "phil knight", "fl nt") {
        @Override
        Collection<String> of(String value, int none) {
            return pairs(new TreeSet<>(TOKEN_SOUNDS.of(value, 0)));
        }
    },
    SORTED_TOKENS("sortedTokens", "its words in alphabetical order", "lovelace ada", "ada lovelace") {
        @Override
        Collection<String> of(String value, int none) {
            String[] words = value.split(" ");
            Arrays.sort(words);
            return List.of(String.join(" ", words));
        }
    },
    INITIALS("initials", "the first letters of its words", "ada king lovelace", "akl") {
        @Override
        Collection<String> of(String value, int none) {
            StringBuilder initials = new StringBuilder();
            for (String word : value.split(" ")) {
                initials.append(word, 0, word.isEmpty() ? 0 : word.offsetByCodePoints(0, 1));
            }
            return given(initials.toString());
        }
    },
    EMAIL_LOCAL("emailLocal", "what stands before the @ of an e-mail, its letters and digits", "ada.k@x.org", "adak") {
        @Override
        Collection<String> of(String value, int none) {
            int end = value.indexOf('@');
            int tag = value.indexOf('+');
            String local = value.substring(0, tag > 0 && tag < end ? tag : Math.max(end, 0));
            return given(PUNCTUATION.matcher(local).replaceAll(""));
        }
    };

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?");

    /** Words of one value that count, those first in the alphabet. */
    private static final int WORDS_MAX = 8;

    private final String written;
    private final String meaning;
    private final int exampleArgument;
    private final String exampleValue;
    private final String exampleKey;

    BlockingFunction(String written, String meaning, String exampleValue, String exampleKey) {
        this(written, meaning, 0, exampleValue, exampleKey);
    }

    BlockingFunction(String written, String meaning, int exampleArgument, String exampleValue, String exampleKey) {
        this.written = written;
        this.meaning = meaning;
        this.exampleArgument = exampleArgument;
        this.exampleValue = exampleValue;
        this.exampleKey = exampleKey;
    }

    /** As it is written in a policy. */
    public String written() {
        return written;
    }

    /** What it makes of a value, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Whether a length is written after the field. */
    public boolean takesLength() {
        return exampleArgument > 0;
    }

    /** {@code prefix(f, 3): lovelace gives lov}. */
    public String example() {
        String use = takesLength() ? "(f, " + exampleArgument + ")" : "(f)";
        return written + use + ": " + exampleValue + " gives " + exampleKey;
    }

    /** The function of that name, or null. */
    static BlockingFunction named(String written) {
        for (BlockingFunction each : values()) {
            if (each.written.equals(written)) {
                return each;
            }
        }
        return null;
    }

    /**
     * What it makes of one value; keys may come twice.
     *
     * @param value never empty
     * @param length 1 or more where {@link #takesLength()}, otherwise without meaning
     */
    Collection<String> of(String value, int length) {
        return List.of(value);
    }

    private static Collection<String> ofWords(String value, Function<String, Collection<String>> function) {
        List<String> made = new ArrayList<>();
        for (String word : words(value)) {
            made.addAll(function.apply(word));
        }
        return made;
    }

    private static List<String> pairs(Collection<String> words) {
        List<String> pairs = new ArrayList<>();
        for (String first : words) {
            for (String second : words) {
                if (first.compareTo(second) < 0) {
                    pairs.add(first + " " + second);
                }
            }
        }
        return pairs;
    }

    private static List<String> given(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<String> dated(String value, int lengthMin, UnaryOperator<String> part) {
        return value.length() >= lengthMin && DATE.matcher(value).matches() ? List.of(part.apply(value)) : List.of();
    }

    private static String digitsOf(String value) {
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            int digit = Character.digit(value.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /**
     * Where letters and figures mix, as in Britain, Canada, Ireland and the Netherlands, all but the last three
     * characters; of five figures or more the first three, of fewer the first two.
     */
    private static String postcodeArea(String postcode) {
        boolean digits = digitsOf(postcode).length() == postcode.length();
        int length = digits ? postcode.length() >= 5 ? 3 : 2 : postcode.length() - 3;
        return length <= 0 || length > postcode.length() ? postcode : postcode.substring(0, length);
    }

    private static List<String> sounds(String value) {
        TreeSet<String> sounds = new TreeSet<>();
        for (String word : words(value)) {
            String sound = Phonetics.soundex(word);
            if (!sound.isEmpty()) {
                sounds.add(sound);
            }
        }
        return List.copyOf(sounds);
    }

    private static List<String> pairs(List<String> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                pairs.add(words.get(i) + " " + words.get(j));
            }
        }
        return pairs;
    }

    /** Distinct and sorted; a single Latin letter is no word, a single character of another script is one. */
    private static List<String> words(String value) {
        TreeSet<String> words = new TreeSet<>(Arrays.asList(value.split(" ")));
        words.removeIf(word -> word.isEmpty() || word.length() == 1 && word.charAt(0) < 0x250);
        return words.stream().limit(WORDS_MAX).toList();
    }
}
